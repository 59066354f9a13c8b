// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/paths/PathBytes.h"

#include "core/base/Utf8.h"

#include <filesystem>

namespace hareloom::ui {

namespace {

namespace fs = std::filesystem;

constexpr char16_t kFirst = 0xDC00; // and the byte

bool isByte(QChar c)
{
    return c.unicode() >= kFirst + 0x80 && c.unicode() <= kFirst + 0xFF;
}

/// Whether the character at `i` stands for a byte: not behind the first half of a pair.
bool isByteAt(const QString& path, qsizetype i)
{
    return isByte(path[i]) && (i == 0 || !path[i - 1].isHighSurrogate());
}

} // namespace

QString pathOf(std::string_view bytes)
{
    QString path;
    while (!bytes.empty()) {
        const std::size_t whole = invalidUtf8At(bytes).value_or(bytes.size());
        path += QString::fromUtf8(bytes.data(), static_cast<qsizetype>(whole));
        bytes.remove_prefix(whole);
        if (bytes.empty())
            break;
        path += QChar(static_cast<char16_t>(kFirst + static_cast<unsigned char>(bytes[0])));
        bytes.remove_prefix(1);
    }
    return path;
}

std::string bytesOf(const QString& path)
{
    std::string bytes;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (!isByteAt(path, i))
            continue;
        bytes += path.mid(begin, i - begin).toStdString();
        bytes += static_cast<char>(path[i].unicode() - kFirst);
        begin = i + 1;
    }
    return bytes + path.mid(begin).toStdString();
}

bool isPlainPath(const QString& path)
{
    return !invalidUtf8At(bytesOf(path));
}

QString shownPath(const QString& path)
{
    return QString::fromStdString(utf8Of(bytesOf(path)));
}

bool pathExists(const QString& path)
{
    std::error_code ignored;
    return fs::exists(bytesOf(path), ignored);
}

bool pathIsFolder(const QString& path)
{
    std::error_code ignored;
    return fs::is_directory(bytesOf(path), ignored);
}

bool pathIsFile(const QString& path)
{
    std::error_code ignored;
    return fs::is_regular_file(bytesOf(path), ignored);
}

qint64 pathSize(const QString& path)
{
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(bytesOf(path), failed);
    return failed ? 0 : static_cast<qint64>(size);
}

} // namespace hareloom::ui
