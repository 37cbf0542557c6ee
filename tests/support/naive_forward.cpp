// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/naive_forward.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

namespace dnas::test {

namespace {

Tensor zeros(const Shape &shape) { return {shape, std::vector<double>(static_cast<std::size_t>(shape.elements()))}; }

/// Where a window begins and how often it fits along one axis.
struct Axis {
    int size, kernel, stride, dilation, before, count;

    int position(int output, int k) const { return output * stride + k * dilation - before; }
    bool inside(int p) const { return p >= 0 && p < size; }
};

Axis axis(int size, int kernel, int stride, int dilation, bool same, int before, int after)
{
    const int reach = (kernel - 1) * dilation + 1;
    if (!same)
        return {size, kernel, stride, dilation, before, (size + before + after - reach) / stride + 1};
    // TensorFlow's rule: ceil(size / stride) outputs, and of an odd number of zeros the odd one behind.
    const int count = (size + stride - 1) / stride;
    const int total = std::max((count - 1) * stride + reach - size, 0);
    return {size, kernel, stride, dilation, total / 2, count};
}

Axis rows(const Layer &l, const Shape &in)
{
    return axis(in.height, l.kernel.height, l.stride.height, l.dilation.height, l.padding.same, l.padding.top,
                l.padding.bottom);
}

Axis columns(const Layer &l, const Shape &in)
{
    return axis(in.width, l.kernel.width, l.stride.width, l.dilation.width, l.padding.same, l.padding.left,
                l.padding.right);
}

double biasOf(const Layer &layer, const WeightStore &weights, int channel)
{
    return layer.bias ? weights.at(layer.name + ".bias").values.at(static_cast<std::size_t>(channel)) : 0.0;
}

Tensor conv(const Layer &layer, const WeightStore &weights, const Tensor &in)
{
    const Axis h = rows(layer, in.shape);
    const Axis w = columns(layer, in.shape);
    const std::vector<float> &kernel = weights.at(layer.name + ".weight").values;
    const int perGroup = in.shape.channels / layer.groups;
    const int outPerGroup = layer.channels / layer.groups;
    Tensor out = zeros({layer.channels, h.count, w.count});
    for (int o = 0; o < layer.channels; ++o)
        for (int y = 0; y < h.count; ++y)
            for (int x = 0; x < w.count; ++x) {
                double sum = biasOf(layer, weights, o);
                for (int i = 0; i < perGroup; ++i)
                    for (int ky = 0; ky < h.kernel; ++ky)
                        for (int kx = 0; kx < w.kernel; ++kx) {
                            const int iy = h.position(y, ky);
                            const int ix = w.position(x, kx);
                            if (!h.inside(iy) || !w.inside(ix))
                                continue;
                            const int k = ((o * perGroup + i) * h.kernel + ky) * w.kernel + kx;
                            const int channel = o / outPerGroup * perGroup + i;
                            sum += in.at(channel, iy, ix) * kernel.at(static_cast<std::size_t>(k));
                        }
                out.at(o, y, x) = sum;
            }
    return out;
}

Tensor dense(const Layer &layer, const WeightStore &weights, const Tensor &in)
{
    const std::vector<float> &matrix = weights.at(layer.name + ".weight").values;
    Tensor out = zeros({layer.channels, 1, 1});
    for (std::size_t o = 0; o < out.values.size(); ++o) {
        double sum = biasOf(layer, weights, static_cast<int>(o));
        for (std::size_t i = 0; i < in.values.size(); ++i)
            sum += in.values[i] * matrix.at(o * in.values.size() + i);
        out.values[o] = sum;
    }
    return out;
}

Tensor normalise(const Layer &layer, const WeightStore &weights, const Tensor &in)
{
    const auto part = [&](const char *name, int c) {
        return static_cast<double>(weights.at(layer.name + name).values.at(static_cast<std::size_t>(c)));
    };
    Tensor out = in;
    for (int c = 0; c < in.shape.channels; ++c)
        for (int y = 0; y < in.shape.height; ++y)
            for (int x = 0; x < in.shape.width; ++x)
                out.at(c, y, x) =
                    (in.at(c, y, x) - part(".mean", c)) / std::sqrt(part(".variance", c) + 1e-5) * part(".scale", c) +
                    part(".shift", c);
    return out;
}

/// Padding takes no part in the average or the maximum.
Tensor pool(const Layer &layer, const Tensor &in)
{
    const Axis h = rows(layer, in.shape);
    const Axis w = columns(layer, in.shape);
    Tensor out = zeros({in.shape.channels, h.count, w.count});
    for (int c = 0; c < in.shape.channels; ++c)
        for (int y = 0; y < h.count; ++y)
            for (int x = 0; x < w.count; ++x) {
                double sum = 0;
                double largest = -std::numeric_limits<double>::infinity();
                int count = 0;
                for (int ky = 0; ky < h.kernel; ++ky)
                    for (int kx = 0; kx < w.kernel; ++kx) {
                        const int iy = h.position(y, ky);
                        const int ix = w.position(x, kx);
                        if (!h.inside(iy) || !w.inside(ix))
                            continue;
                        sum += in.at(c, iy, ix);
                        largest = std::max(largest, in.at(c, iy, ix));
                        ++count;
                    }
                out.at(c, y, x) = layer.op == "max_pool" ? largest : sum / count;
            }
    return out;
}

Tensor globalPool(const Tensor &in)
{
    Tensor out = zeros({in.shape.channels, 1, 1});
    for (int c = 0; c < in.shape.channels; ++c) {
        for (int y = 0; y < in.shape.height; ++y)
            for (int x = 0; x < in.shape.width; ++x)
                out.at(c, 0, 0) += in.at(c, y, x);
        out.at(c, 0, 0) /= in.shape.height * in.shape.width;
    }
    return out;
}

Tensor add(const std::vector<Tensor> &inputs)
{
    Tensor out = inputs.at(0);
    for (std::size_t k = 1; k < inputs.size(); ++k)
        for (std::size_t i = 0; i < out.values.size(); ++i)
            out.values[i] += inputs[k].values.at(i);
    return out;
}

Tensor concat(const std::vector<Tensor> &inputs)
{
    Tensor out = inputs.at(0);
    for (std::size_t k = 1; k < inputs.size(); ++k) {
        out.shape.channels += inputs[k].shape.channels;
        out.values.insert(out.values.end(), inputs[k].values.begin(), inputs[k].values.end());
    }
    return out;
}

double activate(Activation activation, double v)
{
    switch (activation) {
    case Activation::None:
        return v;
    case Activation::Relu:
        return v > 0 ? v : 0;
    case Activation::Relu6:
        return std::clamp(v, 0.0, 6.0);
    case Activation::LeakyRelu:
        return v > 0 ? v : 0.01 * v;
    case Activation::Sigmoid:
        return 1 / (1 + std::exp(-v));
    case Activation::Tanh:
        return std::tanh(v);
    }
    return v;
}

Tensor forwardLayer(const Layer &layer, const WeightStore &weights, const std::vector<Tensor> &inputs)
{
    const Tensor &in = inputs.at(0);
    if (layer.op == "conv")
        return conv(layer, weights, in);
    if (layer.op == "dense")
        return dense(layer, weights, in);
    if (layer.op == "batch_norm")
        return normalise(layer, weights, in);
    if (layer.op == "avg_pool" || layer.op == "max_pool")
        return pool(layer, in);
    if (layer.op == "global_avg_pool")
        return globalPool(in);
    if (layer.op == "add")
        return add(inputs);
    if (layer.op == "concat")
        return concat(inputs);
    if (layer.op == "flatten")
        return {{static_cast<int>(in.values.size()), 1, 1}, in.values};
    if (layer.op == "dropout")
        return in;
    throw std::logic_error("naiveForward does not know the operator " + layer.op);
}

} // namespace

double &Tensor::at(int c, int y, int x)
{
    return values.at(static_cast<std::size_t>((c * shape.height + y) * shape.width + x));
}

double Tensor::at(int c, int y, int x) const
{
    return values.at(static_cast<std::size_t>((c * shape.height + y) * shape.width + x));
}

std::vector<Tensor> naiveForwardAll(const Network &network, const WeightStore &weights, const std::vector<float> &input)
{
    std::vector<Tensor> values{{network.input, std::vector<double>(input.begin(), input.end())}};
    for (std::size_t i = 1; i < network.layers.size(); ++i) {
        const Layer &layer = network.layers[i];
        std::vector<Tensor> inputs;
        for (const int index : layer.inputs)
            inputs.push_back(values.at(static_cast<std::size_t>(index)));
        Tensor value = forwardLayer(layer, weights, inputs);
        for (double &v : value.values)
            v = activate(layer.activation, v);
        values.push_back(std::move(value));
    }
    return values;
}

std::vector<float> naiveForward(const Network &network, const WeightStore &weights, const std::vector<float> &input,
                                std::size_t batch)
{
    std::vector<float> outputs;
    const auto size = static_cast<std::ptrdiff_t>(input.size() / batch);
    for (std::ptrdiff_t n = 0; n < static_cast<std::ptrdiff_t>(batch); ++n) {
        const std::vector<float> sample(input.begin() + n * size, input.begin() + (n + 1) * size);
        const std::vector<Tensor> values = naiveForwardAll(network, weights, sample);
        for (const double v : values.at(static_cast<std::size_t>(network.output)).values)
            outputs.push_back(static_cast<float>(v));
    }
    return outputs;
}

} // namespace dnas::test
