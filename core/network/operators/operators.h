// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The operators that exist, one accessor each. Private to core/network; everybody else asks findOperator().
#pragma once

#include "core/network/operator.h"

namespace dnas {

const Operator &inputOperator();
const Operator &convOperator();
const Operator &denseOperator();
const Operator &batchNormOperator();
const Operator &addOperator();
const Operator &concatOperator();
const Operator &averagePoolOperator();
const Operator &maxPoolOperator();
const Operator &globalAveragePoolOperator();
const Operator &flattenOperator();
const Operator &dropoutOperator();

/// Any number of inputs.
constexpr int kManyInputs = 1'000'000;

} // namespace dnas
