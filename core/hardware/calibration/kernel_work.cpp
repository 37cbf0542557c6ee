// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Counting work, and coefficients back into a model.
#include "core/hardware/calibration/kernel_work.h"

#include "core/network/shapes.h"

#include <cassert>

namespace dnas {

WorkVector workVector(const LayerGeometry<double> &layer, WorkUnit unit)
{
    WorkVector work{};
    if (!layer.works())
        return work;
    for (std::size_t k = 0; k < kMacKinds.size(); ++k) {
        if (layer.hasWeights && layer.kind == kMacKinds[k])
            work[k] = workOf(layer, KernelModel{.unit = unit});
    }
    work[kElementTerm] = elementsOf(layer, KernelModel{.unit = unit});
    work[kLayerTerm] = 1;
    return work;
}

WorkVector workVector(const Network &network, WorkUnit unit)
{
    WorkVector sum{};
    const Result<std::vector<Shape>> shapes = inferShapes(network);
    assert(shapes.ok());
    for (int i = 0; shapes.ok() && i < static_cast<int>(network.layers.size()); ++i) {
        const WorkVector layer = workVector(geometryOf(network, i, *shapes), unit);
        for (std::size_t k = 0; k < kWorkTerms; ++k)
            sum[k] += layer[k];
    }
    return sum;
}

KernelModel kernelModelOf(const WorkVector &cycles, WorkUnit unit)
{
    KernelModel model{.unit = unit};
    for (std::size_t k = 0; k < kMacKinds.size(); ++k)
        model.cyclesPerWork[kMacKinds[k]] = cycles[k];
    model.cyclesPerElement = cycles[kElementTerm];
    model.cyclesPerLayer = cycles[kLayerTerm];
    return model;
}

void setEnergies(KernelModel &model, const WorkVector &nanojoule)
{
    model.modelsEnergy = true;
    for (std::size_t k = 0; k < kMacKinds.size(); ++k)
        model.nanojoulePerWork[kMacKinds[k]] = nanojoule[k];
    model.nanojoulePerElement = nanojoule[kElementTerm];
    model.nanojoulePerLayer = nanojoule[kLayerTerm];
}

} // namespace dnas
