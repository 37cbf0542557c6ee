// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Features as reference_features.py computes them in float64, how far others are from them, and real clips to compute
// them of.
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

/// A python3 that has numpy; empty when there is none.
QString pythonWithNumpy();

/// `kind`: mfcc or logmel; `clips`: each `length` samples long. What the script says on failure is in `problem`.
std::optional<std::vector<double>> referenceFeatures(const QString &kind, std::span<const float> clips, int length,
                                                     const QStringList &options, QString &problem);

/// Largest difference over the root of the mean square of `reference`; infinite when a value is not finite.
double relativeDistance(std::span<const float> features, std::span<const double> reference);

/// Samples of a plain wav file (16-bit PCM, one channel, 16 kHz), full scale ±1; empty for any other file.
std::vector<float> readPlainWav(const QString &file);
