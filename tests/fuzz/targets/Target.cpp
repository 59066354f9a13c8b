// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/targets/Target.h"

#include "core/base/Text.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace hareloom::fuzz {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestSentence = 4000; // names of columns, of files, a list of what is allowed

void writeAll(int descriptor, Input content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written <= 0) {
            std::perror("fuzz: an input cannot be written");
            std::exit(2); // no fault of a reader
        }
        content = content.subspan(static_cast<std::size_t>(written));
    }
}

std::string placeForFolders()
{
    std::error_code ignored;
    const char* asked = std::getenv("TMPDIR");
    return asked ? asked : fs::exists("/dev/shm", ignored) ? "/dev/shm" : fs::temp_directory_path().string();
}

} // namespace

void require(bool holds, const char* contract, const std::string& seen)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz: broken contract: %s\n%s\n", contract, seen.c_str());
    std::abort();
}

void requireSentence(const Error& error)
{
    const std::string& text = error.message;
    require(text.size() > 10 && text.size() < kLongestSentence, "a refusal is a sentence", text);
    require(printable(text) == text, "a refusal is on one line, of characters that are shown",
            printable(text));
}

InputFile::InputFile(Input content)
    : m_descriptor(::memfd_create("input", 0)), m_path("/proc/self/fd/" + std::to_string(m_descriptor))
{
    writeAll(m_descriptor, content);
}

InputFile::~InputFile()
{
    ::close(m_descriptor);
}

InputFolder::InputFolder() : m_path(placeForFolders() + "/hareloom-fuzz-XXXXXX")
{
    if (!::mkdtemp(m_path.data())) {
        std::perror("fuzz: no folder for inputs");
        std::exit(2);
    }
}

InputFolder::~InputFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string InputFolder::write(const std::string& name, Input content) const
{
    std::string path = m_path + "/" + name;
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file || std::fwrite(content.data(), 1, content.size(), file) != content.size() ||
        std::fclose(file) != 0) {
        std::perror("fuzz: an input cannot be written");
        std::exit(2);
    }
    return path;
}

} // namespace hareloom::fuzz
