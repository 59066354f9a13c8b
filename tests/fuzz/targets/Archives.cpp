// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/download/Unpack.h"
#include "tests/fuzz/targets/Targets.h"

#include <filesystem>

namespace hareloom::fuzz {

void archive(Input input)
{
    namespace fs = std::filesystem;
    static const InputFolder folder;
    const std::string out = folder.path() + "/out";
    std::error_code ignored;
    fs::remove_all(out, ignored);
    fs::create_directory(out, ignored);
    const InputFile file(input);
    const auto done = unpack(file.path(), {"a.txt", "b.txt"}, out, {});
    if (!done)
        requireSentence(done.error());
    for (const auto& entry : fs::directory_iterator(out))
        require(!done || entry.path().filename() == "a.txt" || entry.path().filename() == "b.txt",
                "nothing but what was asked for is written", entry.path().string());
    require(std::distance(fs::directory_iterator(folder.path()), {}) == 1,
            "nothing is written beside the folder");
}

} // namespace hareloom::fuzz
