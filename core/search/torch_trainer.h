// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real trainer: a RelaxedNetwork, a data set, flat optimisers. No torch in this header.
#pragma once

#include "core/search/plan_data.h"
#include "core/search/trainer.h"

namespace dnas {

class TorchTrainerFactory : public TrainerFactory {
public:
    explicit TorchTrainerFactory(std::shared_ptr<const DataSet> data)
        : m_data(std::move(data))
    {
    }
    std::unique_ptr<Trainer> create(const SearchSpace &space, const BoardSetup &setup, std::uint64_t seed) override;
    void prepareThread(int threads) override;
    StudySamples samples() const override { return samplesOf(*m_data); }

private:
    std::shared_ptr<const DataSet> m_data;
};

} // namespace dnas
