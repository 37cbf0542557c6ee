# SPDX-FileCopyrightText: 2026 The Paretoscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The audio front ends once more, in float64, straight from their formulas (docs/front_ends.md).

  reference_features.py mfcc|logmel IN OUT LENGTH [name=value ...]

IN: raw float32 samples of clips, each LENGTH long, one after another. OUT: raw float64 features in the same order.
Only numpy; shares neither code nor tables with the program, which tst_features compares with it.
"""
import functools
import sys

import numpy as np


def periodic_hann(length):
    # Half a period longer than the symmetric window: take the symmetric one of length + 1 and drop its last zero.
    return np.hanning(length + 1)[:length]


def triangles(positions, edges):
    """[bands, bins]: band b is 0 at edges b and b + 2 and 1 at edge b + 1, straight in between."""
    bank = np.zeros((len(edges) - 2, len(positions)))
    for band in range(len(bank)):
        bank[band] = np.interp(positions, edges[band:band + 3], [0.0, 1.0, 0.0], left=0.0, right=0.0)
    return bank


@functools.lru_cache
def htk_bank(rate, fft, bands, low, high):
    def mel(hertz):
        return 1127.0 * np.log(1.0 + np.asarray(hertz, dtype=np.float64) / 700.0)

    bank = triangles(mel(np.fft.rfftfreq(fft, 1.0 / rate)), np.linspace(mel(low), mel(high), bands + 2))
    bank[:, 0] = 0.0
    return bank


@functools.lru_cache
def slaney_bank(rate, fft, bands, low, high):
    # The scale by its own definition: 200/3 Hz a mel up to 1 kHz, and 6.4 times the frequency every 27 mels above.
    table_mel = [0.0, 15.0]

    def mel(hertz):
        return hertz * 3.0 / 200.0 if hertz <= 1000.0 else table_mel[1] + 27.0 * np.log(hertz / 1000.0) / np.log(6.4)

    def hertz(m):
        return np.where(m <= table_mel[1], m * 200.0 / 3.0, 1000.0 * 6.4 ** ((m - table_mel[1]) / 27.0))

    edges = hertz(np.linspace(mel(low), mel(high), bands + 2))
    bank = triangles(np.fft.rfftfreq(fft, 1.0 / rate), edges)
    return bank * (2.0 / (edges[2:] - edges[:-2]))[:, np.newaxis]


def cut(signal, length, hop):
    return np.lib.stride_tricks.sliding_window_view(signal, length)[::hop]


def mfcc(clip, rate=16000, frame=480, hop=320, fft=512, bands=40, low=20.0, high=4000.0, floor=1e-6, coefficients=10):
    if len(clip) < frame:
        return np.zeros((0, coefficients))
    magnitudes = np.abs(np.fft.rfft(cut(clip, frame, hop) * periodic_hann(frame), fft))
    logs = np.log(magnitudes @ htk_bank(rate, fft, bands, low, high).T + floor)
    # The cosine transform as the real part of a Fourier transform of twice the length, after a half-sample shift.
    c = np.arange(coefficients)
    spectrum = np.fft.fft(logs, 2 * bands)[:, :coefficients]
    return 2.0 * np.real(spectrum * np.exp(-0.5j * np.pi * c / bands)) / np.sqrt(2.0 * bands)


def logmel(clip, rate=16000, fft=1024, hop=512, bands=128, low=0.0, high=8000.0, power=2.0,
           epsilon=sys.float_info.epsilon, ends="reflect"):
    half = fft // 2
    if ends == "zero":
        padded = np.concatenate([np.zeros(half), clip, np.zeros(half)])
    else:
        # One there-and-back of the signal, without its turning points twice, repeated as often as the padding needs.
        there_and_back = np.concatenate([clip, clip[-2:0:-1]])
        times = half // len(there_and_back) + 2
        start = times * len(there_and_back) - half
        padded = np.tile(there_and_back, 2 * times + 1)[start:start + len(clip) + 2 * half]
    magnitudes = np.abs(np.fft.rfft(cut(padded, fft, hop) * periodic_hann(fft)))
    energies = magnitudes ** power @ slaney_bank(rate, fft, bands, low, high).T
    return 20.0 / power * np.log10(energies + epsilon)


def main(kind, source, target, length, *options):
    values = {}
    for option in options:
        name, text = option.split("=", 1)
        values[name] = text if name == "ends" else float(text) if name in (
            "low", "high", "floor", "power", "epsilon") else int(text)
    clips = np.fromfile(source, dtype=np.float32).astype(np.float64).reshape(-1, int(length))
    compute = {"mfcc": mfcc, "logmel": logmel}[kind]
    with open(target, "wb") as out:
        for clip in clips:
            out.write(np.ascontiguousarray(compute(clip, **values)).tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
