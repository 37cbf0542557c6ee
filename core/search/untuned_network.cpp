// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/untuned_network.h"

#include "core/network/shapes.h"

#include <torch/nn/functional.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adamw.h>

namespace dnas {

struct UntunedNetwork::Net : torch::nn::Module {
    explicit Net(const Network &ofNetwork)
        : network(ofNetwork)
        , shapes(inferShapes(ofNetwork).value())
    {
        for (std::size_t i = 0; i < network.layers.size(); ++i) {
            const Layer &layer = network.layers[i];
            if (layer.inputs.empty())
                continue;
            const Shape in = shapes[static_cast<std::size_t>(layer.inputs[0])];
            const int out = shapes[i].channels;
            if (layer.op == "conv") {
                convs.emplace(i, register_module(
                                     layer.name,
                                     torch::nn::Conv2d(torch::nn::Conv2dOptions(
                                                           in.channels, out, {layer.kernel.height, layer.kernel.width})
                                                           .stride({layer.stride.height, layer.stride.width})
                                                           .dilation({layer.dilation.height, layer.dilation.width})
                                                           .groups(layer.groups)
                                                           .bias(layer.bias))));
            } else if (layer.op == "dense") {
                denses.emplace(i, register_module(layer.name, torch::nn::Linear(in.elements(), out)));
            } else if (layer.op == "batch_norm") {
                norms.emplace(i, register_module(layer.name, torch::nn::BatchNorm2d(out)));
            }
        }
    }

    torch::Tensor forward(const torch::Tensor &input)
    {
        std::vector<torch::Tensor> values(network.layers.size());
        for (std::size_t i = 0; i < network.layers.size(); ++i) {
            const Layer &layer = network.layers[i];
            if (layer.inputs.empty()) {
                values[i] = input;
                continue;
            }
            const auto first = static_cast<std::size_t>(layer.inputs[0]);
            torch::Tensor x = values[first];
            if (layer.op == "conv") {
                const Padding p = resolvePadding(layer, shapes[first]);
                x = torch::nn::functional::pad(
                    x, torch::nn::functional::PadFuncOptions({p.left, p.right, p.top, p.bottom}));
                x = convs.at(i)->forward(x);
            } else if (layer.op == "dense") {
                x = denses.at(i)->forward(x.flatten(1)).unsqueeze(-1).unsqueeze(-1);
            } else if (layer.op == "batch_norm") {
                x = norms.at(i)->forward(x);
            } else if (layer.op == "add") {
                x = x + values[static_cast<std::size_t>(layer.inputs[1])];
            } else if (layer.op == "dropout") {
                x = at::dropout(x, layer.rate, true);
            } else if (layer.op == "global_avg_pool") {
                x = x.mean({2, 3}, true);
            } else if (layer.op == "avg_pool") {
                x = at::avg_pool2d(x, {layer.kernel.height, layer.kernel.width},
                                   {layer.stride.height, layer.stride.width});
            } else if (layer.op == "flatten") {
                x = x.flatten(1).unsqueeze(-1).unsqueeze(-1);
            }
            values[i] = layer.activation == Activation::Relu ? torch::relu(x) : x;
        }
        return values[static_cast<std::size_t>(network.output)].flatten(1);
    }

    Network network;
    std::vector<Shape> shapes;
    std::map<std::size_t, torch::nn::Conv2d> convs;
    std::map<std::size_t, torch::nn::Linear> denses;
    std::map<std::size_t, torch::nn::BatchNorm2d> norms;
};

struct UntunedNetwork::Private {
    explicit Private(const Network &network)
        : net(network)
        , optimizer(net.parameters(), torch::optim::AdamWOptions(1e-3))
    {
    }
    Net net;
    torch::optim::AdamW optimizer;
};

UntunedNetwork::UntunedNetwork(const Network &network)
    : d(std::make_unique<Private>(network))
{
}

UntunedNetwork::~UntunedNetwork() = default;

void UntunedNetwork::step(const torch::Tensor &input, const torch::Tensor &labels)
{
    d->optimizer.zero_grad();
    const torch::Tensor loss = at::cross_entropy_loss(d->net.forward(input), labels);
    loss.backward();
    d->optimizer.step();
}

} // namespace dnas
