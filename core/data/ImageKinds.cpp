// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ImageKinds.h"

#include "core/base/ProgramFiles.h"
#include "core/catalogue/Holdings.h"
#include "core/data/DigitImages.h"
#include "core/data/IdxFile.h"
#include "core/data/ImageSource.h"
#include "core/data/KindParts.h"
#include "core/data/MnistFolder.h"
#include "core/data/PngFolder.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kFashionClasses = {"T-shirt", "trouser", "pullover", "dress", "coat",
                                                  "sandal",  "shirt",   "sneaker",  "bag",   "ankle boot"};

ImageSetPtr shared(ImageSet images)
{
    return std::make_shared<ImageSet>(std::move(images));
}

Result<ImageSet> readPair(const fs::path& images, const fs::path& labels)
{
    auto read = readIdxImages(images.string());
    if (!read || labels.empty())
        return read;
    auto numbers = readIdxLabels(labels.string());
    if (!numbers)
        return numbers.error();
    if (std::ssize(*numbers) != read->count())
        return invalidFile(labels.string() + ": found " + std::to_string(numbers->size()) + " labels for " +
                           std::to_string(read->count()) + " images");
    read->labels = std::move(*numbers);
    return read;
}

/// The numbers that stand for classes, in their order: those that some image has.
std::vector<int> numbersIn(const std::vector<std::uint8_t>& labels)
{
    const std::set<int> numbers(labels.begin(), labels.end());
    return {numbers.begin(), numbers.end()};
}

/// Turns the file's numbers into labels 0, 1, ... of these classes; false where an image has another number.
bool takeClasses(ImageSet& images, const std::vector<int>& numbers)
{
    for (std::uint8_t& label : images.labels) {
        const auto found = std::find(numbers.begin(), numbers.end(), label);
        if (found == numbers.end())
            return false;
        label = static_cast<std::uint8_t>(found - numbers.begin());
    }
    images.classNumbers = numbers;
    for (const int number : numbers)
        images.classNames.push_back(std::to_string(number));
    return true;
}

Result<ImageSet> readLabelled(const fs::path& images, const fs::path& labels)
{
    auto read = readPair(images, labels);
    if (read)
        takeClasses(*read, numbersIn(read->labels));
    return read;
}

/// A folder with MNIST's files, under one of the names that they have.
ImagesResult readMnistFolder(const fs::path& folder)
{
    const auto files = findMnist(folder);
    if (!files)
        return files.error();
    if (files->images.empty())
        return invalidFile(folder.string() +
                           ": found no train-images-idx3-ubyte or "
                           "train-images-idx3-ubyte.gz in this folder; name the folder that "
                           "holds MNIST's files, or a file of images itself");
    auto train = readLabelled(files->images, files->labels);
    if (!train)
        return train.error();
    if (!files->testImages.empty() && !train->labels.empty()) {
        auto test = readPair(files->testImages, files->testLabels);
        if (!test)
            return test.error();
        if (test->width == train->width && test->height == train->height && !test->labels.empty() &&
            takeClasses(*test, train->classNumbers))
            train->testSet = std::make_shared<ImageSet>(std::move(*test));
    }
    return shared(*std::move(train));
}

ImagesResult readIdx(const std::string& path, const std::string& labels)
{
    if (path.empty())
        return invalidSetting("source.path",
                              "there is no path. Give that of an IDX file of images, or of a folder with "
                              "MNIST's files.");
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return readMnistFolder(path);
    if (!fs::exists(path, ignored))
        return invalidSetting(
            "source.path",
            "there is nothing at " + path +
                ". Name an IDX file of images, or a folder with MNIST's files (train-images-idx3-ubyte, "
                "train-labels-idx1-ubyte and t10k-..., gzipped or not).");
    return readLabelled(path, labels).transform(shared);
}

const std::vector<std::string> kKuzushijiClasses = {"o",  "ki", "su", "tsu", "na",
                                                    "ha", "ma", "ya", "re",  "wo"};

ImagesResult withClassNames(ImagesResult read, const std::vector<std::string>& names)
{
    if (!read || (*read)->classes() != std::ssize(names))
        return read;
    auto named = std::make_shared<ImageSet>(**read);
    named->classNames = names;
    return ImageSetPtr(named);
}

ImagesResult readFashionMnist(const std::string&, const std::string&)
{
    std::error_code ignored;
    const std::string folder = packagedData("datasets/fashion-mnist").string();
    if (!fs::exists(folder, ignored))
        return invalidInput("source.kind is \"fashionMnist\", whose files are not in " + folder +
                            ". Install the package dataset-fashion-mnist, or choose \"idx\" and a folder.");
    return withClassNames(readMnistFolder(folder), kFashionClasses);
}

/// From the catalogue.
ImagesResult readHeld(const char* id)
{
    return heldFolder(id, "source.kind").and_then([](const fs::path& folder) {
        return readMnistFolder(folder);
    });
}

ImagesResult readMnist(const std::string&, const std::string&)
{
    return readHeld("mnist");
}

ImagesResult readKuzushiji(const std::string&, const std::string&)
{
    return withClassNames(readHeld("kmnist"), kKuzushijiClasses);
}

ImagesResult readPngs(const std::string& folder, const std::string&)
{
    if (folder.empty())
        return invalidSetting("source.path", "there is no path. Give that of a folder of PNG images.");
    return readPngFolder(folder).transform(shared);
}

ImagesResult readDigits(const std::string&, const std::string&)
{
    return digitImages();
}

template<ImageReader reader>
MadeSource make(const SourceConfig& config, RowKind rows, const std::string& baseFolder)
{
    return makeImageSource(config, rows, baseFolder, reader);
}

constexpr Settings<2> kOfImages = {"rareClass", "rareShare"};
constexpr Settings<3> kOfFolder = {"path", "rareClass", "rareShare"};
constexpr Settings<4> kOfIdx = {"path", "labels", "rareClass", "rareShare"};

} // namespace

constinit const SourceKind kDigitsSource = {
    .name = "digits",
    .title = "Handwritten digits (built in)",
    .rows = kImageOrNumberRows,
    .settings = kOfImages,
    .supply = Supply::BuiltIn,
    .paper = "Alpaydin and Kaynak 1998",
    .make = make<readDigits>,
};

constinit const SourceKind kFashionMnistSource = {
    .name = "fashionMnist",
    .title = "Fashion-MNIST",
    .rows = kImageRows,
    .settings = kOfImages,
    .supply = Supply::BuiltIn,
    .isUsual = true,
    .paper = "Xiao et al. 2017",
    .make = make<readFashionMnist>,
};

constinit const SourceKind kMnistSource = {
    .name = "mnist",
    .title = "MNIST",
    .rows = kImageRows,
    .settings = kOfImages,
    .supply = Supply::BuiltIn,
    .paper = "LeCun et al. 1998",
    .make = make<readMnist>,
};

constinit const SourceKind kKuzushijiSource = {
    .name = "kmnist",
    .title = "Kuzushiji-MNIST",
    .rows = kImageRows,
    .settings = kOfImages,
    .supply = Supply::BuiltIn,
    .paper = "Clanuwat et al. 2018",
    .make = make<readKuzushiji>,
};

constinit const SourceKind kIdxSource = {
    .name = "idx",
    .title = "IDX files",
    .rows = kImageRows,
    .settings = kOfIdx,
    .supply = Supply::Own,
    .make = make<readIdx>,
};

constinit const SourceKind kImageFolderSource = {
    .name = "imageFolder",
    .title = "Folder of PNGs",
    .rows = kImageRows,
    .settings = kOfFolder,
    .supply = Supply::Own,
    .isFolder = true,
    .make = make<readPngs>,
};

} // namespace hareloom
