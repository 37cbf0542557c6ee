// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See front_end_reader.h.
#include "core/spec/front_end_reader.h"

#include "core/spec/checked_reading.h"

namespace dnas {

namespace {

int whole(const YamlReader &node, const char *key, int fallback, int least, int most)
{
    return static_cast<int>(integerIn(node, key, fallback, least, most));
}

} // namespace

FrontEnd readFrontEnd(const YamlReader &node)
{
    FrontEnd end;
    if (!requireMap(node, "{kind: mfcc, rate: 16000, seconds: 1}"))
        return end;
    const std::string kind = choiceOf(node, "kind", "mfcc", {"mfcc", "log_mel"});
    end.kind = kind == "mfcc" ? FrontEndKind::Mfcc : FrontEndKind::LogMel;
    if (end.kind == FrontEndKind::Mfcc)
        node.allowOnly({"kind", "rate", "seconds", "peak", "frame", "hop", "fft", "bands", "low", "high", "floor",
                        "coefficients", "from_frame", "frames"});
    else
        node.allowOnly({"kind", "rate", "seconds", "peak", "fft", "hop", "bands", "low", "high", "power", "from_frame",
                        "frames", "stack"});
    const NumberRange hertz{.most = 384'000};
    end.rate = whole(node, "rate", end.rate, 1000, 192'000);
    end.seconds = numberIn(node, "seconds", end.seconds, {.least = 0.01, .most = 600});
    end.peak = node.flag("peak", end.peak);
    end.firstFrame = whole(node, "from_frame", 0, 0, 1'000'000);
    end.frames = whole(node, "frames", 0, 0, 1'000'000);
    MfccOptions &mfcc = end.mfcc;
    LogMelOptions &mel = end.logMel;
    if (end.kind == FrontEndKind::Mfcc) {
        mfcc.frame = whole(node, "frame", mfcc.frame, 1, 65536);
        mfcc.hop = whole(node, "hop", mfcc.hop, 1, 65536);
        mfcc.fft = whole(node, "fft", mfcc.fft, 2, 65536);
        mfcc.bands = whole(node, "bands", mfcc.bands, 1, 1024);
        mfcc.low = numberIn(node, "low", mfcc.low, hertz);
        mfcc.high = numberIn(node, "high", mfcc.high, hertz);
        mfcc.floor = numberIn(node, "floor", mfcc.floor, {.most = 1, .leastExcluded = true});
        mfcc.coefficients = whole(node, "coefficients", mfcc.coefficients, 1, 1024);
    } else {
        mel.fft = whole(node, "fft", mel.fft, 2, 65536);
        mel.hop = whole(node, "hop", mel.hop, 1, 65536);
        mel.bands = whole(node, "bands", mel.bands, 1, 1024);
        mel.low = numberIn(node, "low", mel.low, hertz);
        mel.high = numberIn(node, "high", end.rate / 2.0, hertz);
        mel.power = numberIn(node, "power", mel.power, {.most = 4, .leastExcluded = true});
        end.stack = whole(node, "stack", end.stack, 1, 1000);
    }
    if (const auto tried = FeatureExtractor::create(end); !tried.ok())
        node.fail(tried.error().message +
                  (tried.error().place.key.empty() ? "" : " (" + tried.error().place.key + ")"));
    return end;
}

} // namespace dnas
