// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sentences of the core with numbers and names in them, taken apart so that they can be said in another language.
#pragma once

#include <QStringList>

namespace paretoscope {

/// The parts of `text` where `pattern` has %1, %2 …, in this order; empty when they do not fit.
QStringList partsOf(const QString &pattern, const QString &text);

} // namespace paretoscope
