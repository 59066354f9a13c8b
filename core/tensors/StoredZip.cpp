// SPDX-License-Identifier: GPL-3.0-or-later
// PKWARE's APPNOTE.TXT 6.3.10, as far as archives need it that hold files uncompressed. A library for all of
// zip would bring every method of compression and encryption to a reader that must refuse them.
#include "core/tensors/StoredZip.h"

#include <algorithm>
#include <cstring>
#include <optional>

namespace hareloom {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::size_t kEndSize = 22, kLocatorSize = 20, kEnd64Size = 56, kEntrySize = 46, kLocalSize = 30;
constexpr std::size_t kLongestComment = 65'535;
constexpr std::uint32_t kEnd = 0x06054b50, kLocator = 0x07064b50, kEnd64 = 0x06064b50, kEntry = 0x02014b50,
                        kLocal = 0x04034b50;
constexpr std::uint16_t kExtra64 = 1, kEncrypted = 1;

Error refused(const std::string& what)
{
    return invalidFile("found a zip archive " + what);
}

template<class T>
T number(Bytes bytes, std::size_t at)
{
    T value = 0;
    if (at <= bytes.size() && bytes.size() - at >= sizeof value)
        std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

struct Directory
{
    std::uint64_t entries = 0, size = 0, at = 0;
};

std::optional<Directory> findDirectory(Bytes bytes)
{
    if (bytes.size() < kEndSize)
        return std::nullopt;
    const std::size_t last = bytes.size() - kEndSize, first = last - std::min(last, kLongestComment);
    for (std::size_t at = last + 1; at-- > first;) {
        if (number<std::uint32_t>(bytes, at) != kEnd)
            continue;
        const Directory small{number<std::uint16_t>(bytes, at + 10), number<std::uint32_t>(bytes, at + 12),
                              number<std::uint32_t>(bytes, at + 16)};
        if (at < kLocatorSize || number<std::uint32_t>(bytes, at - kLocatorSize) != kLocator)
            return small;
        const auto at64 = number<std::uint64_t>(bytes, at - kLocatorSize + 8);
        if (at64 > bytes.size() || bytes.size() - at64 < kEnd64Size ||
            number<std::uint32_t>(bytes, at64) != kEnd64)
            return std::nullopt;
        return Directory{number<std::uint64_t>(bytes, at64 + 32), number<std::uint64_t>(bytes, at64 + 40),
                         number<std::uint64_t>(bytes, at64 + 48)};
    }
    return std::nullopt;
}

struct Entry
{
    std::string name;
    std::uint64_t packed = 0, size = 0, local = 0;
    std::size_t length = 0; // of the entry itself
};

/// Sizes that do not fit 32 bits stand in the extra field, in this order, those that fit left out.
void readExtra64(Bytes extra, Entry& entry)
{
    constexpr std::uint64_t kElsewhere = 0xFFFFFFFF;
    std::size_t at = 0;
    while (at + 4 <= extra.size()) {
        const auto id = number<std::uint16_t>(extra, at), size = number<std::uint16_t>(extra, at + 2);
        at += 4;
        const Bytes field = extra.subspan(at, std::min<std::size_t>(size, extra.size() - at));
        at += size;
        if (id != kExtra64)
            continue;
        std::size_t next = 0;
        for (std::uint64_t* value : {&entry.size, &entry.packed, &entry.local})
            if (*value == kElsewhere) {
                *value = number<std::uint64_t>(field, next);
                next += sizeof(std::uint64_t);
            }
        return;
    }
}

Result<Entry> readEntry(Bytes directory)
{
    if (directory.size() < kEntrySize || number<std::uint32_t>(directory, 0) != kEntry)
        return refused("whose table of contents is damaged");
    const std::size_t name = number<std::uint16_t>(directory, 28),
                      extra = number<std::uint16_t>(directory, 30),
                      comment = number<std::uint16_t>(directory, 32);
    Entry entry;
    entry.length = kEntrySize + name + extra + comment;
    if (directory.size() < entry.length)
        return refused("whose table of contents is damaged");
    const bool isStored =
        number<std::uint16_t>(directory, 10) == 0 && (number<std::uint16_t>(directory, 8) & kEncrypted) == 0;
    entry.packed = number<std::uint32_t>(directory, 20);
    entry.size = number<std::uint32_t>(directory, 24);
    entry.local = number<std::uint32_t>(directory, 42);
    entry.name.assign(reinterpret_cast<const char*>(directory.data()) + kEntrySize, name);
    readExtra64(directory.subspan(kEntrySize + name, extra), entry);
    if (!isStored || entry.packed != entry.size)
        return refused("with compressed or encrypted files, which must be stored as PyTorch stores them");
    return entry;
}

std::optional<Bytes> contentOf(Bytes bytes, const Entry& entry)
{
    if (entry.local > bytes.size() || bytes.size() - entry.local < kLocalSize ||
        number<std::uint32_t>(bytes, entry.local) != kLocal)
        return std::nullopt;
    const std::uint64_t begin = entry.local + kLocalSize + number<std::uint16_t>(bytes, entry.local + 26) +
                                number<std::uint16_t>(bytes, entry.local + 28);
    if (begin > bytes.size() || entry.size > bytes.size() - begin)
        return std::nullopt;
    return bytes.subspan(begin, entry.size);
}

} // namespace

Result<std::map<std::string, Bytes>> readStoredZip(Bytes bytes)
{
    const auto directory = findDirectory(bytes);
    if (!directory || directory->at > bytes.size() || directory->size > bytes.size() - directory->at)
        return refused("without a table of contents: it is no zip archive, or cut off");
    Bytes left = bytes.subspan(directory->at, directory->size);
    std::map<std::string, Bytes> files;
    for (std::uint64_t i = 0; i < directory->entries; ++i) {
        const auto entry = readEntry(left);
        if (!entry)
            return entry.error();
        const auto content = contentOf(bytes, *entry);
        if (!content)
            return refused("with a file that does not lie within it");
        files[entry->name] = *content;
        left = left.subspan(entry->length);
    }
    return files;
}

} // namespace hareloom
