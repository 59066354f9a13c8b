// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/IdxFile.h"
#include "core/data/Source.h"
#include "tests/fuzz/targets/Targets.h"

namespace hareloom::fuzz {

void idx(Input input)
{
    const InputFile file(input);
    const auto images = readIdxImages(file.path());
    if (!images)
        return requireSentence(images.error());
    require(images->count() >= 1, "a file of images has images");
    require(std::ssize(images->pixels) == images->count() * images->width * images->height,
            "every image has all its pixels");
}

void labels(Input input)
{
    const InputFile file(input);
    if (const auto read = readIdxLabels(file.path()); !read)
        requireSentence(read.error());
}

void png(Input input)
{
    static const InputFolder folder;
    folder.write("a.png", input);
    folder.write("b.png", input);
    SourceConfig config;
    config.kind = "imageFolder";
    config.path = folder.path();
    const auto source = makeSource(config, RowKind::Images);
    if (!source)
        return requireSentence(source.error());
    require((*source)->rowCount() == 2, "every file is an image");
    const auto rows = toMatrix((*source)->draw(2, 0));
    require(rows->allFinite() && rows->minCoeff() >= 0 && rows->maxCoeff() <= 1, "pixels lie in [0, 1]");
}

} // namespace hareloom::fuzz
