// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Batch normalisation with running statistics (momentum 0.1, eps 1e-5), the ReLU behind it included. On the
// processor our own loops (kernels/normalisation.h), elsewhere LibTorch's operators.
#include "core/supernet/forward.h"
#include "core/supernet/kernels/normalisation.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace dnas {

namespace {

constexpr double kMomentum = 0.1;
constexpr double kEpsilon = 1e-5;

/// One value a channel of what forward() and backward() both need.
struct Moments {
    std::vector<float> mean;
    std::vector<float> inverseDeviation;
};

bool suits(const torch::Tensor &x) { return x.device().is_cpu() && x.scalar_type() == at::kFloat && x.dim() == 4; }

/// Calls work(chunk) for every chunk, on as many threads as LibTorch may use.
template <class Work>
void forEachChunk(const PixelChunks &chunks, const Work &work)
{
    at::parallel_for(0, chunks.count, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t chunk = begin; chunk < end; ++chunk)
            work(chunk);
    });
}

/// Mean and sum of squared distances of each channel: two passes over each chunk while it is in the cache, then the
/// chunks joined pair by pair (Chan, Golub, LeVeque 1983). Also moves the running statistics.
Moments momentsOf(const float *x, const PixelChunks &chunks, torch::Tensor runningMean, torch::Tensor runningVariance)
{
    const auto channels = static_cast<std::size_t>(chunks.channels);
    std::vector<double> means(channels * static_cast<std::size_t>(chunks.count));
    std::vector<double> squares(means.size());
    forEachChunk(chunks, [&](std::int64_t chunk) {
        const float *from = x + chunks.firstRow(chunk) * chunks.channels;
        const std::int64_t rows = chunks.rowsOf(chunk);
        RepeatedRow sum(chunks.channels);
        RepeatedRow mean(chunks.channels);
        RepeatedRow square(chunks.channels);
        sumRows(from, rows, chunks.channels, sum);
        double *const meanOfChunk = means.data() + static_cast<std::size_t>(chunk) * channels;
        for (std::int64_t c = 0; c < chunks.channels; ++c) {
            const auto rounded = static_cast<float>(sum.sum(c) / static_cast<double>(rows));
            meanOfChunk[c] = static_cast<double>(rounded);
            mean.set(c, rounded);
        }
        sumSquares(from, rows, chunks.channels, mean, square);
        for (std::int64_t c = 0; c < chunks.channels; ++c)
            squares[static_cast<std::size_t>(chunk) * channels + static_cast<std::size_t>(c)] = square.sum(c);
    });

    Moments moments{std::vector<float>(channels), std::vector<float>(channels)};
    float *const movingMean = runningMean.data_ptr<float>();
    float *const movingVariance = runningVariance.data_ptr<float>();
    for (std::size_t c = 0; c < channels; ++c) {
        double count = 0;
        double mean = 0;
        double square = 0;
        for (std::int64_t chunk = 0; chunk < chunks.count; ++chunk) {
            const std::size_t at = static_cast<std::size_t>(chunk) * channels + c;
            const auto rows = static_cast<double>(chunks.rowsOf(chunk));
            const double delta = means[at] - mean;
            square += squares[at] + delta * delta * count * rows / (count + rows);
            mean += delta * rows / (count + rows);
            count += rows;
        }
        moments.mean[c] = static_cast<float>(mean);
        moments.inverseDeviation[c] = static_cast<float>(1 / std::sqrt(square / count + kEpsilon));
        const double unbiased = square / std::max(count - 1, 1.0);
        movingMean[c] = static_cast<float>((1 - kMomentum) * static_cast<double>(movingMean[c]) + kMomentum * mean);
        movingVariance[c] =
            static_cast<float>((1 - kMomentum) * static_cast<double>(movingVariance[c]) + kMomentum * unbiased);
    }
    return moments;
}

/// y = a·x + b as rows for the loops.
struct Line {
    Line(const float *scale, const float *shift, const Moments &moments)
        : a(static_cast<std::int64_t>(moments.mean.size()))
        , b(a)
        , mean(a)
    {
        for (std::size_t c = 0; c < moments.mean.size(); ++c) {
            const float slope = scale[c] * moments.inverseDeviation[c];
            a.set(static_cast<std::int64_t>(c), slope);
            b.set(static_cast<std::int64_t>(c), shift[c] - slope * moments.mean[c]);
            mean.set(static_cast<std::int64_t>(c), moments.mean[c]);
        }
    }
    RepeatedRow a, b, mean;
};

torch::Tensor applyLine(const torch::Tensor &x, const Line &line, const PixelChunks &chunks, bool relu)
{
    torch::Tensor y = at::empty_like(x);
    const float *from = x.data_ptr<float>();
    float *to = y.data_ptr<float>();
    forEachChunk(chunks, [&](std::int64_t chunk) {
        const std::int64_t offset = chunks.firstRow(chunk) * chunks.channels;
        scaleRows(from + offset, to + offset, chunks.rowsOf(chunk), chunks.channels, line.a, line.b, relu);
    });
    return y;
}

PixelChunks chunksOf(const torch::Tensor &x) { return {x.size(0) * x.size(2) * x.size(3), x.size(1)}; }

class Normalise : public torch::autograd::Function<Normalise> {
public:
    static torch::Tensor forward(torch::autograd::AutogradContext *context, const torch::Tensor &input,
                                 const torch::Tensor &scale, const torch::Tensor &shift,
                                 const torch::Tensor &runningMean, const torch::Tensor &runningVariance, bool relu)
    {
        const torch::Tensor x = input.contiguous(at::MemoryFormat::ChannelsLast);
        const PixelChunks chunks = chunksOf(x);
        const Moments moments = momentsOf(x.data_ptr<float>(), chunks, runningMean, runningVariance);
        const auto channels = static_cast<std::int64_t>(moments.mean.size());
        const torch::Tensor saved = at::empty({2, channels});
        std::copy(moments.mean.begin(), moments.mean.end(), saved.data_ptr<float>());
        std::copy(moments.inverseDeviation.begin(), moments.inverseDeviation.end(), saved.data_ptr<float>() + channels);
        context->save_for_backward({x, scale, shift, saved});
        context->saved_data["relu"] = relu;
        return applyLine(x, Line(scale.data_ptr<float>(), shift.data_ptr<float>(), moments), chunks, relu);
    }

    static torch::autograd::variable_list backward(torch::autograd::AutogradContext *context,
                                                   torch::autograd::variable_list gradient)
    {
        const auto saved = context->get_saved_variables();
        const torch::Tensor &x = saved[0];
        const bool relu = context->saved_data["relu"].toBool();
        const torch::Tensor dy = gradient[0].contiguous(at::MemoryFormat::ChannelsLast);
        const PixelChunks chunks = chunksOf(x);
        const std::int64_t channels = chunks.channels;
        const float *const scale = saved[1].data_ptr<float>();
        const float *const kept = saved[3].data_ptr<float>();
        const Moments moments{{kept, kept + channels}, {kept + channels, kept + 2 * channels}};
        const Line line(scale, saved[2].data_ptr<float>(), moments);
        const float *const from = x.data_ptr<float>();
        const float *const slope = dy.data_ptr<float>();

        std::vector<double> sums(static_cast<std::size_t>(2 * channels * chunks.count));
        forEachChunk(chunks, [&](std::int64_t chunk) {
            const std::int64_t offset = chunks.firstRow(chunk) * channels;
            RepeatedRow sum(channels);
            RepeatedRow sumTimesX(channels);
            sumGradients(from + offset, slope + offset, chunks.rowsOf(chunk), channels, line.a, line.b, line.mean, relu,
                         sum, sumTimesX);
            double *const to = sums.data() + 2 * channels * chunk;
            for (std::int64_t c = 0; c < channels; ++c) {
                to[2 * c] = sum.sum(c);
                to[2 * c + 1] = sumTimesX.sum(c);
            }
        });

        // dx = γ/σ · (g − mean(g) − x̂ · mean(g·x̂)): Ioffe & Szegedy 2015, §3.
        torch::Tensor scaleGradient = at::empty({channels});
        torch::Tensor shiftGradient = at::empty({channels});
        RepeatedRow p(channels);
        RepeatedRow q(channels);
        RepeatedRow r(channels);
        const auto count = static_cast<double>(chunks.rows);
        for (std::int64_t c = 0; c < channels; ++c) {
            double sum = 0;
            double sumTimesX = 0;
            for (std::int64_t chunk = 0; chunk < chunks.count; ++chunk) {
                sum += sums[static_cast<std::size_t>(2 * (channels * chunk + c))];
                sumTimesX += sums[static_cast<std::size_t>(2 * (channels * chunk + c) + 1)];
            }
            const auto inverse = static_cast<double>(moments.inverseDeviation[static_cast<std::size_t>(c)]);
            const double factor = static_cast<double>(scale[c]) * inverse;
            shiftGradient.data_ptr<float>()[c] = static_cast<float>(sum);
            scaleGradient.data_ptr<float>()[c] = static_cast<float>(sumTimesX * inverse);
            p.set(c, static_cast<float>(factor));
            q.set(c, static_cast<float>(-factor * inverse * inverse * sumTimesX / count));
            r.set(c, static_cast<float>(-factor * sum / count));
        }
        torch::Tensor dx = at::empty_like(x);
        float *const to = dx.data_ptr<float>();
        forEachChunk(chunks, [&](std::int64_t chunk) {
            const std::int64_t offset = chunks.firstRow(chunk) * channels;
            inputGradient(from + offset, slope + offset, to + offset, chunks.rowsOf(chunk), channels, line.a, line.b,
                          line.mean, relu, p, q, r);
        });
        return {dx, scaleGradient, shiftGradient, torch::Tensor(), torch::Tensor(), torch::Tensor()};
    }
};

/// With the running statistics a normalisation is a line a channel.
torch::Tensor normaliseFrozen(const torch::Tensor &input, const ForwardContext &context, bool relu)
{
    const torch::Tensor x = input.contiguous(at::MemoryFormat::ChannelsLast);
    const float *const mean = context.mean.data_ptr<float>();
    const float *const variance = context.variance.data_ptr<float>();
    Moments moments{{mean, mean + x.size(1)}, std::vector<float>(static_cast<std::size_t>(x.size(1)))};
    for (std::size_t c = 0; c < moments.mean.size(); ++c)
        moments.inverseDeviation[c] = static_cast<float>(1 / std::sqrt(static_cast<double>(variance[c]) + kEpsilon));
    const Line line(context.scale.data_ptr<float>(), context.shift.data_ptr<float>(), moments);
    return applyLine(x, line, chunksOf(x), relu);
}

} // namespace

torch::Tensor forwardBatchNorm(std::span<const torch::Tensor> inputs, const ForwardContext &context)
{
    const torch::Tensor &x = inputs[0];
    const Activation activation = context.layer.activation;
    const bool relu = activation == Activation::Relu;
    const bool frozen = !context.training && !at::GradMode::is_enabled();
    if (!suits(x) || !(context.training || frozen)) {
        const torch::Tensor y = at::batch_norm(x, context.scale, context.shift, context.mean, context.variance,
                                               context.training, kMomentum, kEpsilon, false);
        return applyActivation(y, activation, true);
    }
    const torch::Tensor y =
        frozen ? normaliseFrozen(x, context, relu)
               : Normalise::apply(x, context.scale, context.shift, context.mean, context.variance, relu);
    return relu ? y : applyActivation(y, activation, true);
}

} // namespace dnas
