// SPDX-FileCopyrightText: 2026 The Paretoscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// safetensors: 8 bytes of header length (little-endian), a JSON header, then the arrays without gaps. The bytes
// may come from a stranger: nothing is trusted before it was checked against the size of what we hold.
#include "core/base/files.h"
#include "core/weights/float_formats.h"
#include "core/weights/weight_store.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>
#include <set>

namespace dnas {
namespace {

using Json = nlohmann::json;
static_assert(std::endian::native == std::endian::little, "safetensors are little-endian; add byte swapping here");

constexpr std::size_t kLengthBytes = 8;
constexpr std::uint64_t kMaxHeader = std::uint64_t{16} << 20; ///< ample: about 100 bytes an array
constexpr std::size_t kMaxDimensions = 16;
constexpr std::size_t kMaxName = 1024;
constexpr int kMaxDepth = 4; ///< header, array, its lists: 3
constexpr const char *kMetadata = "__metadata__";

/// Deepest nesting of brackets outside strings: the parser is asked only when this is small.
int depthOf(std::string_view json)
{
    int depth = 0;
    int deepest = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

enum class ElementType { F16, BF16, F32, F64 };

std::optional<ElementType> elementType(const std::string &name)
{
    if (name == "F32")
        return ElementType::F32;
    if (name == "F16")
        return ElementType::F16;
    if (name == "BF16")
        return ElementType::BF16;
    if (name == "F64")
        return ElementType::F64;
    return std::nullopt;
}

std::uint64_t sizeOf(ElementType type) { return type == ElementType::F64 ? 8 : type == ElementType::F32 ? 4 : 2; }

struct Entry {
    std::string name;
    ElementType type = ElementType::F32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

std::optional<std::uint64_t> unsignedOf(const Json &value)
{
    if (!value.is_number_unsigned()) // the parser gives every non-negative integer that fits this type
        return std::nullopt;
    return value.get<std::uint64_t>();
}

/// One array of the header, checked against the size of the data part.
Result<Entry> readEntry(const std::string &name, const Json &json, std::uint64_t dataSize, const std::string &file)
{
    const auto bad = [&](std::string message) {
        return invalidInput(std::move(message), {file, 0, name});
    };
    if (!json.is_object())
        return bad("an array must be described by an object with dtype, shape and data_offsets");
    const auto dtype = json.find("dtype");
    const auto shape = json.find("shape");
    const auto offsets = json.find("data_offsets");
    if (dtype == json.end() || shape == json.end() || offsets == json.end())
        return bad("dtype, shape or data_offsets is missing");
    if (!dtype->is_string() || !shape->is_array() || !offsets->is_array() || offsets->size() != 2)
        return bad("dtype must be a text, shape a list, data_offsets a list of two");

    Entry entry;
    entry.name = name;
    const auto type = elementType(dtype->get_ref<const std::string &>());
    if (!type)
        return bad("cannot read numbers of this type; save the weights as F32, F16, BF16 or F64");
    entry.type = *type;

    if (shape->size() > kMaxDimensions)
        return bad("has more than " + std::to_string(kMaxDimensions) + " dimensions");
    bool empty = false;
    for (const Json &size : *shape) {
        const auto number = unsignedOf(size);
        if (!number || *number > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return bad("shape must be a list of whole numbers, none negative");
        empty = empty || *number == 0;
        entry.shape.push_back(static_cast<std::int64_t>(*number));
    }
    // No array has more elements than the file has bytes, so the product is stopped long before it can overflow.
    std::uint64_t elements = empty ? 0 : 1;
    for (std::size_t i = 0; !empty && i < entry.shape.size(); ++i) {
        const auto size = static_cast<std::uint64_t>(entry.shape[i]);
        if (size > dataSize / elements)
            return bad("shape is larger than the file");
        elements *= size;
    }

    const auto begin = unsignedOf((*offsets)[0]);
    const auto end = unsignedOf((*offsets)[1]);
    if (!begin || !end || *begin > *end || *end > dataSize)
        return bad("data_offsets point outside the file; it may be cut off");
    if (*end - *begin != elements * sizeOf(entry.type))
        return bad("data_offsets do not match shape and dtype");
    entry.begin = *begin;
    entry.end = *end;
    return entry;
}

template <typename Stored, typename Convert>
std::vector<float> convertAll(std::string_view bytes, Convert convert)
{
    std::vector<float> values(bytes.size() / sizeof(Stored));
    for (std::size_t i = 0; i < values.size(); ++i) {
        Stored stored;
        std::memcpy(&stored, bytes.data() + i * sizeof(Stored), sizeof(Stored));
        values[i] = convert(stored);
    }
    return values;
}

std::vector<float> valuesOf(ElementType type, std::string_view bytes)
{
    switch (type) {
    case ElementType::F16:
        return convertAll<std::uint16_t>(bytes, floatOfHalf);
    case ElementType::BF16:
        return convertAll<std::uint16_t>(bytes, floatOfBrain);
    case ElementType::F64:
        return convertAll<double>(bytes, [](double value) { return static_cast<float>(value); });
    case ElementType::F32:
        break;
    }
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

/// The header as JSON; a name that comes twice is an error, as readers would disagree about it.
Result<Json> parseHeader(std::string_view text, const std::string &file)
{
    if (text.empty() || text.front() != '{' || depthOf(text) > kMaxDepth)
        return invalidInput("is not a safetensors file: its header is not a plain JSON object", {file, 0, {}});
    std::set<std::string> names;
    std::set<std::string> parts;
    std::string twice;
    const auto watch = [&](int depth, Json::parse_event_t event, Json &parsed) {
        if (event != Json::parse_event_t::key)
            return true;
        if (depth == 1)
            parts.clear();
        const std::string &name = parsed.get_ref<const std::string &>();
        if (!(depth == 1 ? names : parts).insert(name).second)
            twice = name;
        return true;
    };
    Json header = Json::parse(text.begin(), text.end(), watch, /*allow_exceptions=*/false);
    if (header.is_discarded() || !header.is_object())
        return invalidInput("is not a safetensors file: its header is not valid JSON", {file, 0, {}});
    if (!twice.empty())
        return invalidInput("comes twice in the header", {file, 0, twice.substr(0, kMaxName)});
    return header;
}

Result<WeightStore> readChecked(std::string_view bytes, const std::string &file)
{
    if (bytes.size() < kLengthBytes)
        return invalidInput("is not a safetensors file: too short", {file, 0, {}});
    std::uint64_t length = 0;
    std::memcpy(&length, bytes.data(), kLengthBytes);
    if (length > bytes.size() - kLengthBytes)
        return invalidInput("is not a safetensors file, or is cut off: its header ends behind the file", {file, 0, {}});
    if (length > kMaxHeader)
        return invalidInput("has a header of more than 16 MiB", {file, 0, {}});
    const auto headerSize = static_cast<std::size_t>(length);
    const Result<Json> header = parseHeader(bytes.substr(kLengthBytes, headerSize), file);
    if (!header.ok())
        return header.error();

    const std::string_view data = bytes.substr(kLengthBytes + headerSize);
    std::vector<Entry> entries;
    for (const auto &[name, json] : header->items()) {
        if (name == kMetadata)
            continue;
        if (name.empty() || name.size() > kMaxName)
            return invalidInput("an array has no name, or one of more than 1024 bytes", {file, 0, {}});
        Result<Entry> entry = readEntry(name, json, data.size(), file);
        if (!entry.ok())
            return entry.error();
        entries.push_back(std::move(*entry));
    }
    // The format leaves no gaps and no overlaps: every byte of the data belongs to exactly one array.
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::uint64_t position = 0;
    for (const Entry &entry : entries) {
        if (entry.begin != position)
            return invalidInput("overlaps another array, or leaves a gap before it", {file, 0, entry.name});
        position = entry.end;
    }
    if (position != data.size())
        return invalidInput("has bytes behind its last array; it may be damaged", {file, 0, {}});

    WeightStore store;
    for (Entry &entry : entries) {
        const auto begin = static_cast<std::size_t>(entry.begin);
        const auto size = static_cast<std::size_t>(entry.end - entry.begin);
        NamedArray &array = store[entry.name];
        array.values = valuesOf(entry.type, data.substr(begin, size));
        array.shape = std::move(entry.shape);
    }
    return store;
}

} // namespace

std::string writeSafetensors(const WeightStore &weights, const std::map<std::string, std::string> &metadata)
{
    Json header = Json::object(); // sorted by name, so the bytes follow from the content
    if (!metadata.empty())
        header[kMetadata] = metadata;
    std::size_t size = 0;
    for (const auto &[name, array] : weights) {
        const std::size_t end = size + array.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", array.shape}, {"data_offsets", {size, end}}};
        size = end;
    }
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');

    std::string bytes(kLengthBytes, '\0');
    const std::uint64_t length = text.size();
    std::memcpy(bytes.data(), &length, kLengthBytes);
    bytes.reserve(kLengthBytes + text.size() + size);
    bytes += text;
    for (const auto &[name, array] : weights) {
        if (!array.values.empty())
            bytes.append(reinterpret_cast<const char *>(array.values.data()), array.values.size() * sizeof(float));
    }
    return bytes;
}

Result<WeightStore> readSafetensors(std::string_view bytes, const std::string &file)
{
    try { // border: memory may run out, the JSON library may object
        return readChecked(bytes, file);
    } catch (const std::exception &e) {
        return invalidInput(std::string("cannot be read as safetensors: ") + e.what(), {file, 0, {}});
    }
}

Result<WeightStore> loadSafetensors(const std::filesystem::path &path)
{
    const Result<std::string> bytes = readText(path);
    if (!bytes.ok())
        return bytes.error();
    return readSafetensors(*bytes, path.string());
}

} // namespace dnas
