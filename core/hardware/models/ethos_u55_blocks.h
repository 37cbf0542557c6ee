// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One operator on an Ethos-U55, computed block by block: cycles of the multiply-adds, of the outputs, and of both
// memories. After the estimates of Arm's compiler Vela (ethos-u-vela a6f6566, npu_performance.py). Not modelled: what
// is kept inside from block to block, padding that saves reads, and the start of a stream of weights, which hides
// behind the operator before.
#pragma once

#include "core/base/dual.h"
#include "core/hardware/models/ethos_u55_hardware.h"
#include "core/hardware/models/ethos_u55_weights.h"

#include <algorithm>

namespace dnas {

struct EthosU55Model {
    int macsPerCycle = 128;        ///< 32, 64, 128 or 256
    double sramBytesPerCycle = 8;  ///< of the NPU's clock
    double flashBytesPerCycle = 1; ///< for operating points that do not say
    double sramBurst = 32;         ///< bytes; shorter runs take as long
    double sramLatency = 32;       ///< cycles
    double flashLatency = 64;
};

enum class EthosU55Work { Convolution, Depthwise, Dense, Pooling, Elementwise };

/// What the channels do not change; one group of a grouped convolution.
struct EthosU55Form {
    EthosU55Work work = EthosU55Work::Elementwise;
    int width = 1, height = 1; ///< of the output
    int inputWidth = 1, inputHeight = 1;
    int kernelWidth = 1, kernelHeight = 1;
    int strideWidth = 1, strideHeight = 1;
    int inputs = 1;
    int inputBytes = 1, outputBytes = 1; ///< of an element; fewer than 8 bits take a byte
    int microWidth = 1, microHeight = 1; ///< output microblock as this operator uses it
    bool networkInput = false;           ///< its input lies pixel by pixel; other maps in bricks of 16 channels
    bool lookup = false;                 ///< the activation needs the lookup table
    double cyclesPerOutput = 0;

    bool wide() const { return inputBytes > 1; }
    bool sumsInputs() const { return work == EthosU55Work::Convolution || work == EthosU55Work::Dense; }
    /// Input channels that a block takes at a time.
    int inputDepth(bool partKernel) const { return partKernel || wide() ? 16 : 32; }
};
EthosU55Form ethosU55Form(const LayerForm &g, const EthosU55Hardware &hardware);

/// How an operator is cut. `partKernel`: four taps of the kernel by 8 input channels at a time instead of one by 32;
/// for shallow inputs.
struct EthosU55Block {
    int width = 0, height = 0, depth = 0;
    bool partKernel = false;
};
/// Inputs that a block of outputs needs, before the map's edges cut it.
int ethosU55InputWidth(const EthosU55Form &form, int blockWidth, const EthosU55Hardware &hardware);
int ethosU55InputHeight(const EthosU55Form &form, int blockHeight, const EthosU55Hardware &hardware);
bool ethosU55Fits(const EthosU55Form &form, double inChannels, const EthosU55Block &block,
                  const EthosU55Hardware &hardware);

/// Cycles of one operator; all three run side by side.
template <typename Scalar>
struct EthosU55Cycles {
    Scalar npu{};
    Scalar sram{};
    Scalar flash{};
    Scalar total() const { return maxOf(maxOf(npu, sram), flash); }
};

template <typename Scalar>
struct EthosU55Operator {
    EthosU55Form form;
    Scalar in{}; ///< channels
    Scalar out{};
    EthosU55Streams<Scalar> streams;
};

/// The block with the fewest cycles of at most 64 candidates. Pure; any thread.
EthosU55Block chooseEthosU55Block(const EthosU55Operator<double> &op, const EthosU55Model &m, double flashBytesPerCycle,
                                  const EthosU55Hardware &hardware);

/// ⌈x / by⌉ of whole numbers.
constexpr int wholeDiv(int x, int by) { return (x + by - 1) / by; }

/// Cycles of the multiply-adds of one block of outputs that is `depth` deep.
template <typename Scalar>
Scalar ethosU55MacCycles(const EthosU55Operator<Scalar> &op, const EthosU55Block &block, const Scalar &depth,
                         const EthosU55Hardware &hw)
{
    const EthosU55Form &f = op.form;
    const int nx = wholeDiv(std::min(block.width, f.width), f.microWidth);
    const int ny = wholeDiv(std::min(block.height, f.height), f.microHeight);
    const Scalar nz = ceilDiv(depth, hw.depth);
    const int decode = 32 * hw.depth / 8; // weights are not unpacked faster
    const bool depthwise = f.work == EthosU55Work::Depthwise;
    const int unit = std::max(decode, 4 * nx * ny * (depthwise && f.wide() ? 2 : 1));
    const int tapsAtOnce = depthwise ? 4 : !block.partKernel ? 1 : f.wide() ? 2 : 4;
    const double delay = f.wide() ? hw.wideDelay : hw.delay;
    const bool oneDeep = valueOf(nz) <= 1;
    double work = 0; // of a layer of microblocks
    double delays = 0;
    for (int y = 0; y < f.kernelHeight; y += 8) {
        for (int x = 0; x < f.kernelWidth; x += 8) { // the kernel in parts of at most 8 by 8
            const int taps = std::min(8, f.kernelHeight - y) * std::min(8, f.kernelWidth - x);
            int steps = 1;
            if (f.work == EthosU55Work::Pooling) {
                work += std::max(4, taps) * nx * ny * (f.wide() && hw.macsPerCycle > 32 ? 2 : 1);
            } else {
                steps = wholeDiv(taps, tapsAtOnce);
                work += unit * steps;
            }
            if (nx == 1 && ny == 1) // a microblock cannot be added to again at once
                delays += delay * (oneDeep ? steps : steps - 1);
            if (hw.macsPerCycle == 32 && f.wide() && (nx == 1 || ny == 1) && !oneDeep)
                delays += delay;
        }
    }
    const Scalar cycles = oneDeep ? nz * work + delays : nz * (work + delays);
    if (!f.sumsInputs())
        return cycles;
    const double inputDepth = f.inputDepth(block.partKernel);
    if (!block.partKernel)
        return cycles * ceilDiv(op.in, inputDepth);
    return valueOf(op.in) <= inputDepth ? cycles * ceilDiv(op.in, 8)
                                        : cycles * (inputDepth / 8) * ceilDiv(op.in, inputDepth);
}

/// Bytes that the memory moves for `bytes` in runs of so many.
template <typename Scalar>
Scalar ethosU55Moved(const Scalar &bytes, const Scalar &run, const EthosU55Model &m)
{
    return valueOf(run) < m.sramBurst && valueOf(run) > 0 ? bytes * Scalar(m.sramBurst) / run : bytes;
}

template <typename Scalar>
EthosU55Cycles<Scalar> ethosU55Cycles(const EthosU55Operator<Scalar> &op, const EthosU55Block &block,
                                      const EthosU55Model &m, double flashBytesPerCycle, const EthosU55Hardware &hw)
{
    const EthosU55Form &f = op.form;
    const double width = std::min(block.width, f.width);
    const double height = std::min(block.height, f.height);
    const bool whole = valueOf(op.out) <= block.depth;
    const Scalar depth = whole ? op.out : Scalar(static_cast<double>(block.depth));
    const double blocksXy = wholeDiv(f.width, block.width) * wholeDiv(f.height, block.height);
    const Scalar blocksZ = whole ? Scalar(1) : ceilDiv(op.out, block.depth);

    // Input and output of a block; a pixel's bricks follow each other only if the map is a single pixel.
    const double inWidth = std::min(ethosU55InputWidth(f, block.width, hw), f.inputWidth);
    const double inHeight = std::min(ethosU55InputHeight(f, block.height, hw), f.inputHeight);
    const double inputDepth = f.inputDepth(block.partKernel);
    const Scalar inDepth = !f.sumsInputs() ? depth : valueOf(op.in) <= inputDepth ? op.in : Scalar(inputDepth);
    const bool inPixel = f.inputWidth * f.inputHeight == 1;
    const bool outPixel = f.width * f.height == 1;
    const Scalar inRun = inPixel          ? Scalar(m.sramBurst)
                         : f.networkInput ? op.in * (inWidth * f.inputBytes)
                                          : Scalar(16 * inWidth * f.inputBytes);
    const Scalar outRun(outPixel ? m.sramBurst : 16 * width * f.outputBytes);
    const Scalar inBlock = ethosU55Moved(inDepth * (inWidth * inHeight * f.inputBytes), inRun, m);
    const Scalar outBlock = ethosU55Moved(depth * (width * height * f.outputBytes), outRun, m);
    const Scalar moving = (inBlock + outBlock) / Scalar(m.sramBytesPerCycle) + Scalar(2 * m.sramLatency);

    EthosU55Cycles<Scalar> c;
    const Scalar bricksOut = ceilDiv(op.out, 16) * 16.0;
    Scalar outputs = depth * (f.cyclesPerOutput * width * height);
    Scalar read;
    if (f.work == EthosU55Work::Elementwise) {
        const Scalar each = maxOf(outputs, (moving + outputs) * 0.25) / maxOf(depth, Scalar(1e-9));
        c.npu = each * bricksOut * (f.width * f.height / (width * height));
        read = bricksOut * (static_cast<double>(f.inputs) * f.width * f.height * f.inputBytes);
    } else {
        if (f.work != EthosU55Work::Pooling)
            outputs = maxOf(outputs, depth * (10 * m.flashLatency / 256)); // bias and scale of each channel
        const Scalar macs = ethosU55MacCycles(op, block, depth, hw);
        const Scalar command = (moving + outputs + macs) * 0.25;
        const Scalar slow = maxOf(maxOf(macs, outputs), command);
        const Scalar fast = maxOf(valueOf(macs) < valueOf(outputs) ? macs : outputs, command);
        c.npu = slow * blocksZ * blocksXy + fast;
        const double kernels = wholeDiv(f.kernelWidth, 8) * wholeDiv(f.kernelHeight, 8);
        const Scalar channels = f.networkInput ? op.in : ceilDiv(op.in, 16) * 16.0;
        read = channels * (inWidth * inHeight * kernels * blocksXy * f.inputBytes);
        if (f.sumsInputs())
            read = read * blocksZ;
    }
    const Scalar written = bricksOut * (static_cast<double>(f.width) * f.height * f.outputBytes);
    Scalar bytes = ethosU55Moved(read, inRun, m) + ethosU55Moved(written, outRun, m);
    const Scalar constants = op.streams.weights + op.streams.scales;
    if (valueOf(constants) > 0) {
        c.flash = constants / Scalar(flashBytesPerCycle);
        // Weights that several blocks need come from flash once, through a buffer in SRAM.
        if (blocksXy > 1) {
            c.flash += Scalar(m.flashLatency);
            bytes += constants + op.streams.weights * blocksXy + op.streams.scales;
        }
    }
    c.sram = bytes / Scalar(m.sramBytesPerCycle);
    return c;
}

} // namespace dnas
