// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A board as YAML, such that parseBoard() reads the same board back.
#pragma once

#include "core/hardware/board.h"

#include <string>

namespace dnas {

/// `remark` stands as comment at the top, one line per line.
std::string boardYaml(const Board &board, const std::string &remark = {});

} // namespace dnas
