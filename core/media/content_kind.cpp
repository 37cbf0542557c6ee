// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// See content_kind.h. The signatures are those that the formats' own documents give.
#include "core/media/content_kind.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dnas {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    ContentKind kind;
};

constexpr auto kPng = "\x89PNG\r\n\x1a\n"sv;
constexpr auto kJpeg = "\xff\xd8\xff"sv;

constexpr std::array kSignatures{
    Signature{0, kPng, {ContentClass::Picture, "a PNG picture"}},
    Signature{0, kJpeg, {ContentClass::Picture, "a JPEG picture"}},
    Signature{0, "GIF8"sv, {ContentClass::Picture, "a GIF picture"}},
    Signature{8, "WEBP"sv, {ContentClass::Picture, "a WebP picture"}},
    Signature{0, "II*\0"sv, {ContentClass::Picture, "a TIFF picture"}},
    Signature{0, "MM\0*"sv, {ContentClass::Picture, "a TIFF picture"}},
    Signature{4, "ftypavif"sv, {ContentClass::Picture, "an AVIF picture"}},
    Signature{4, "ftyphei"sv, {ContentClass::Picture, "a HEIC picture"}},
    Signature{4, "ftypmif1"sv, {ContentClass::Picture, "a HEIC picture"}},
    Signature{0, "\xff\x0a"sv, {ContentClass::Picture, "a JPEG XL picture"}},
    Signature{4, "JXL \r\n"sv, {ContentClass::Picture, "a JPEG XL picture"}},
    Signature{4, "jP  \r\n"sv, {ContentClass::Picture, "a JPEG 2000 picture"}},
    Signature{0, "8BPS"sv, {ContentClass::Picture, "a Photoshop picture"}},
    Signature{8, "WAVE"sv, {ContentClass::Sound, "a WAV sound"}},
    Signature{8, "AIF"sv, {ContentClass::Sound, "an AIFF sound"}},
    Signature{0, "fLaC"sv, {ContentClass::Sound, "a FLAC sound"}},
    Signature{0, "OggS"sv, {ContentClass::Sound, "an Ogg sound"}},
    Signature{0, ".snd"sv, {ContentClass::Sound, "an AU sound"}},
    Signature{0, "ID3"sv, {ContentClass::Sound, "an MP3 sound"}},
    Signature{4, "ftypM4A"sv, {ContentClass::Sound, "an AAC sound"}},
    Signature{0, "#!AMR"sv, {ContentClass::Sound, "an AMR sound"}},
    Signature{8, "AVI "sv, {ContentClass::Other, "an AVI film"}},
    Signature{4, "ftyp"sv, {ContentClass::Other, "an MP4 film or sound"}},
    Signature{0, "\x1a\x45\xdf\xa3"sv, {ContentClass::Other, "a Matroska or WebM film"}},
    Signature{0, "%PDF"sv, {ContentClass::Other, "a PDF document"}},
    Signature{0, "PK\x03\x04"sv, {ContentClass::Other, "a ZIP archive"}},
    Signature{0, "\x1f\x8b"sv, {ContentClass::Other, "a gzip archive"}},
    Signature{0, "\xfd\x37zXZ"sv, {ContentClass::Other, "an xz archive"}},
    Signature{257, "ustar"sv, {ContentClass::Other, "a tar archive"}},
    Signature{0, "\x93NUMPY"sv, {ContentClass::Other, "a NumPy array"}},
    Signature{0, "\x89HDF\r\n"sv, {ContentClass::Other, "an HDF5 file"}},
    Signature{0, "\x7f\x45LF"sv, {ContentClass::Other, "a program"}},
    Signature{0, "version https://git-lfs"sv, {ContentClass::StandIn, "a pointer of Git LFS, not the file itself"}},
};

bool has(std::string_view head, std::size_t offset, std::string_view bytes)
{
    return head.size() >= offset && head.substr(offset).starts_with(bytes);
}

ContentKind textKind(std::string_view head)
{
    const bool control = std::any_of(head.begin(), head.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && (byte < '\t' || byte > '\r')) || byte == 0x7f;
    });
    if (control || head.empty())
        return {};
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    const std::string_view begin = first == std::string_view::npos ? std::string_view() : head.substr(first);
    for (const std::string_view page : {"<!doctype html"sv, "<!DOCTYPE html"sv, "<html"sv, "<HTML"sv}) {
        if (begin.starts_with(page))
            return {ContentClass::StandIn, "a web page"};
    }
    if (head.find("<svg") != std::string_view::npos)
        return {ContentClass::Picture, "an SVG drawing"};
    return {ContentClass::Other, "text"};
}

std::string_view asText(std::span<const std::uint8_t> head)
{
    return {reinterpret_cast<const char *>(head.data()), std::min(head.size(), kContentHead)};
}

} // namespace

bool isPng(std::span<const std::uint8_t> head) { return has(asText(head), 0, kPng); }

bool isJpeg(std::span<const std::uint8_t> head) { return has(asText(head), 0, kJpeg); }

bool isMp3(std::span<const std::uint8_t> head)
{
    if (head.size() < 4)
        return false;
    const unsigned layer = head[1] & 0x06, version = head[1] & 0x18, bitRate = head[2] & 0xf0, rate = head[2] & 0x0c;
    return head[0] == 0xff && (head[1] & 0xe0) == 0xe0 && (layer == 0x02 || layer == 0x04) && version != 0x08 &&
           bitRate != 0xf0 && rate != 0x0c;
}

ContentKind contentKind(std::span<const std::uint8_t> bytes)
{
    const std::string_view head = asText(bytes);
    for (const Signature &signature : kSignatures) {
        if (has(head, signature.offset, signature.bytes))
            return signature.kind;
    }
    if (has(head, 0, "BM") && has(head, 6, "\0\0\0\0"sv)) // "BM" alone may begin a text
        return {ContentClass::Picture, "a BMP picture"};
    return isMp3(bytes) ? ContentKind{ContentClass::Sound, "an MP3 sound"} : textKind(head);
}

} // namespace dnas
