// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which block of outputs an operator is computed by. Vela searches many blocks for the least traffic; here a few
// are compared by their cycles. What fits follows Vela's bookkeeping of the internal memory (SHRAM): two banks wait for
// outputs; inputs, and accumulators of 32 or 40 bits, are there twice so that one can be filled while the other is
// used; banks are handed out in granules. An addition holds both inputs and no accumulators.
#include "core/hardware/models/ethos_u55_blocks.h"

#include <array>
#include <limits>
#include <utility>

namespace dnas {

namespace {

constexpr int kMaxWidth = 64, kMaxHeight = 32, kMaxDepth = 128;

constexpr int roundUp(int x, int to) { return wholeDiv(x, to) * to; }

/// As many banks as two copies take.
int banksFor(int bytes, int granule) { return roundUp(2 * wholeDiv(bytes, 1024), granule); }

struct Sizes {
    std::array<int, 4> values{};
    std::size_t count = 0;
    void add(int value)
    {
        if (count == 0 || values[count - 1] != value)
            values[count++] = value;
    }
    const int *begin() const { return values.data(); }
    const int *end() const { return values.data() + count; }
};

/// An edge in as few blocks as allowed, in two, four and eight times as many.
Sizes edges(int length, int most, int micro)
{
    Sizes sizes;
    const int fewest = wholeDiv(length, most);
    for (int parts = 1; parts <= 8; parts *= 2)
        sizes.add(roundUp(wholeDiv(length, fewest * parts), micro));
    return sizes;
}

/// All channels, or a fixed part of them: multiples of 16 only, as in Vela.
Sizes depths(double channels, int micro)
{
    Sizes sizes;
    const int all = std::max(1, static_cast<int>(std::ceil(channels)));
    sizes.add(std::min(kMaxDepth, roundUp(all, micro)));
    for (int part = 64; part >= 16; part /= 2) {
        if (part < all)
            sizes.add(part);
    }
    return sizes;
}

int reach(int block, int stride, int kernel, int micro)
{
    return roundUp((block - 1) * stride + std::min(kernel, 8), micro);
}

/// Steps that the inputs of a microblock take; the cheaper order is chosen. Vela compares utilisation instead, which
/// differs for few shapes (5×5 on 24 channels) and would make a wider layer cheaper.
bool partKernelFirst(const EthosU55Form &f, double in)
{
    if (f.work != EthosU55Work::Convolution)
        return false;
    double part = 0;
    double whole = 0;
    for (int y = 0; y < f.kernelHeight; y += 8) {
        for (int x = 0; x < f.kernelWidth; x += 8) {
            const double taps = std::min(8, f.kernelHeight - y) * std::min(8, f.kernelWidth - x);
            part += std::ceil(taps / (f.wide() ? 2 : 4));
            whole += taps;
        }
    }
    part *= in <= 16 ? std::ceil(in / 8) : 2 * std::ceil(in / 16);
    whole *= std::ceil(in / f.inputDepth(false));
    return part < whole;
}

EthosU55Work workOf(const LayerForm &g)
{
    if (g.hasWeights) {
        return g.depthwise                 ? EthosU55Work::Depthwise
               : g.kind == WorkKind::Dense ? EthosU55Work::Dense
                                           : EthosU55Work::Convolution;
    }
    return g.pooling ? EthosU55Work::Pooling : EthosU55Work::Elementwise;
}

} // namespace

EthosU55Form ethosU55Form(const LayerForm &g, const EthosU55Hardware &hardware)
{
    EthosU55Form f;
    f.work = workOf(g);
    f.inputs = std::max(1, g.inputs);
    f.inputBytes = g.inputBits > 8 ? 2 : 1;
    f.outputBytes = g.outputBits > 8 ? 2 : 1;
    f.networkInput = g.kind == WorkKind::InputConvolution || g.kind == WorkKind::SingleChannelInput;
    if (f.work != EthosU55Work::Dense) {
        f.width = g.outputWidth;
        f.height = g.outputHeight;
        f.inputWidth = g.inputWidth;
        f.inputHeight = g.inputHeight;
    }
    if (f.work != EthosU55Work::Dense && f.work != EthosU55Work::Elementwise) {
        f.kernelWidth = g.kernelWidth;
        f.kernelHeight = g.kernelHeight;
        f.strideWidth = g.strideWidth;
        f.strideHeight = g.strideHeight;
    }
    if (f.width == 1 && f.inputWidth == 1 && f.kernelWidth == 1) { // a sequence lies along the rows
        std::swap(f.width, f.height);
        std::swap(f.inputWidth, f.inputHeight);
        std::swap(f.kernelWidth, f.kernelHeight);
        std::swap(f.strideWidth, f.strideHeight);
    }
    f.microWidth = hardware.width;
    f.microHeight = hardware.height;
    const bool hasWeights = f.sumsInputs() || f.work == EthosU55Work::Depthwise;
    if (hardware.height == 2 && hasWeights && f.height == 1 && f.kernelHeight == 1 && f.width % 2 == 0) {
        f.microWidth = 4; // a single row of even length is computed four in a row
        f.microHeight = 1;
    }
    const EthosU55OutputCycles &output = hardware.output;
    f.lookup = g.activation == Activation::Sigmoid || g.activation == Activation::Tanh ||
               g.activation == Activation::LeakyRelu;
    const bool adds = f.work == EthosU55Work::Elementwise && f.inputs > 1;
    f.cyclesPerOutput = adds ? output.add
                        : f.wide() && f.work != EthosU55Work::Elementwise && f.work != EthosU55Work::Pooling
                            ? output.wide
                            : output.other;
    if (g.activation != Activation::None)
        f.cyclesPerOutput = std::max(f.cyclesPerOutput, f.lookup ? output.table : output.rectify);
    return f;
}

int ethosU55InputWidth(const EthosU55Form &form, int blockWidth, const EthosU55Hardware &hardware)
{
    return reach(blockWidth, form.strideWidth, form.kernelWidth, hardware.inputWidth);
}

int ethosU55InputHeight(const EthosU55Form &form, int blockHeight, const EthosU55Hardware &hardware)
{
    return reach(blockHeight, form.strideHeight, form.kernelHeight, hardware.inputHeight);
}

bool ethosU55Fits(const EthosU55Form &form, double inChannels, const EthosU55Block &block,
                  const EthosU55Hardware &hardware)
{
    const int all = std::max(1, static_cast<int>(std::ceil(inChannels)));
    const int inDepth = form.sumsInputs() ? std::min(all, form.inputDepth(block.partKernel)) : block.depth;
    const int area =
        ethosU55InputWidth(form, block.width, hardware) * ethosU55InputHeight(form, block.height, hardware);
    const int inputs = banksFor(area * roundUp(inDepth, 8) * form.inputBytes, hardware.inputGranule);
    const int unused = std::max(hardware.unusedBanks, form.lookup ? 2 : 0);
    const int free = hardware.banks - unused - 2;
    if (form.work == EthosU55Work::Elementwise)
        return 2 * inputs <= free;
    const bool wideSums = form.wide() && form.work != EthosU55Work::Pooling;
    const int sums = block.width * block.height * roundUp(block.depth, 8) * (wideSums ? 5 : 4);
    return inputs + banksFor(sums, wideSums ? hardware.wideSumGranule : hardware.sumGranule) <= free;
}

EthosU55Block chooseEthosU55Block(const EthosU55Operator<double> &op, const EthosU55Model &m, double flashBytesPerCycle,
                                  const EthosU55Hardware &hardware)
{
    const EthosU55Form &f = op.form;
    const bool partKernel = partKernelFirst(f, op.in);
    const Sizes widths = edges(f.width, kMaxWidth, f.microWidth);
    const Sizes heights = edges(f.height, kMaxHeight, f.microHeight);
    const bool summed = f.work != EthosU55Work::Elementwise;
    // No block is faster than flash or, without sums, than the output unit.
    double bound = (op.streams.weights + op.streams.scales) / flashBytesPerCycle;
    if (!summed)
        bound = std::ceil(op.out / 16) * 16 * f.width * f.height * f.cyclesPerOutput;
    EthosU55Block best{f.microWidth, f.microHeight, hardware.depth, partKernel}; // always fits
    double fewest = std::numeric_limits<double>::infinity();
    for (const int depth : depths(op.out, hardware.depth)) {
        const double channels = std::min(op.out, static_cast<double>(depth));
        const double blocksZ = std::max(1.0, std::ceil(op.out / depth));
        for (const int height : heights) {
            for (const int width : widths) {
                const EthosU55Block block{width, height, depth, partKernel};
                if (summed) {
                    const double macs = ethosU55MacCycles(op, block, channels, hardware);
                    const double outputs =
                        f.cyclesPerOutput * channels * std::min(width, f.width) * std::min(height, f.height);
                    const double blocks = blocksZ * wholeDiv(f.width, width) * wholeDiv(f.height, height);
                    if (std::max(macs, outputs) * blocks + std::min(macs, outputs) >= fewest)
                        continue; // cannot be better
                }
                if (!ethosU55Fits(f, op.in, block, hardware))
                    continue;
                const double total = ethosU55Cycles(op, block, m, flashBytesPerCycle, hardware).total();
                if (total >= fewest)
                    continue;
                fewest = total;
                best = block;
                if (fewest <= bound)
                    return best;
            }
        }
    }
    return best;
}

} // namespace dnas
