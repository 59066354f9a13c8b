// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ImageSource.h"

#include "core/base/ProgramFiles.h"
#include "core/base/Refusal.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/catalogue/Holdings.h"
#include "core/data/DigitImages.h"
#include "core/data/IdxFile.h"
#include "core/data/MnistFolder.h"
#include "core/data/PngFolder.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
using ImagesResult = Result<ImageSetPtr>;

class ImageSource final : public Source
{
public:
    ImageSource(ImageSetPtr images, RowKind kind)
        : m_images(std::move(images)), m_rows(std::make_shared<ImageRows>(m_images)), m_kind(kind)
    {
    }

    int dimension() const override { return m_rows->dimension(); }
    RowKind rowKind() const override { return m_kind; }
    std::optional<std::int64_t> rowCount() const override { return m_rows->rows(); }
    DatasetPtr draw(std::int64_t n, Seed seed) const override
    {
        return n == m_rows->rows() ? m_rows
                                   : select(m_rows, sampleWithoutReplacement(n, m_rows->rows(), seed));
    }
    std::vector<std::string> variableNames() const override
    {
        std::vector<std::string> names;
        for (int y = 0; y < m_images->height; ++y)
            for (int x = 0; x < m_images->width; ++x)
                names.push_back("pixel" + std::to_string(x) + "_" + std::to_string(y));
        return names;
    }
    ImageSetPtr images() const override { return m_images; }
    std::string readAs() const override { return m_images->readAs; }

private:
    ImageSetPtr m_images;
    DatasetPtr m_rows;
    RowKind m_kind;
};

const std::vector<std::string> kFashionClasses = {"T-shirt", "trouser", "pullover", "dress", "coat",
                                                  "sandal",  "shirt",   "sneaker",  "bag",   "ankle boot"};

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
    return ImageSetPtr(std::make_shared<ImageSet>(std::move(*train)));
}

ImagesResult readIdx(const std::string& path, const std::string& labels)
{
    std::error_code ignored;
    if (fs::is_directory(path, ignored))
        return readMnistFolder(path);
    if (!fs::exists(path, ignored))
        return invalidSetting(
            "source.path",
            "there is nothing at " + path +
                ". Name an IDX file of images, or a folder with MNIST's files (train-images-idx3-ubyte, "
                "train-labels-idx1-ubyte and t10k-..., gzipped or not).");
    auto read = readLabelled(path, labels);
    return read ? ImagesResult(std::make_shared<ImageSet>(std::move(*read))) : ImagesResult(read.error());
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

ImagesResult readFashionMnist()
{
    std::error_code ignored;
    const std::string folder = packagedData("datasets/fashion-mnist").string();
    if (!fs::exists(folder, ignored))
        return invalidInput("source.kind is \"fashionMnist\", whose files are not in " + folder +
                            ". Install the package dataset-fashion-mnist, or choose \"idx\" and a folder.");
    return withClassNames(readMnistFolder(folder), kFashionClasses);
}

/// mnist, kmnist: from the catalogue.
ImagesResult readHeld(const std::string& id)
{
    const auto folder = heldFolder(id, "source.kind");
    if (!folder)
        return folder.error();
    auto read = readMnistFolder(*folder);
    return id == "kmnist" ? withClassNames(std::move(read), kKuzushijiClasses) : read;
}

ImagesResult readPngs(const std::string& folder)
{
    auto read = readPngFolder(folder);
    return read ? ImagesResult(std::make_shared<ImageSet>(std::move(*read))) : ImagesResult(read.error());
}

std::string resolved(const std::string& path, const std::string& baseFolder)
{
    return path.empty() ? path : (fs::path(baseFolder) / path).string();
}

/// Images of which each is the first one again: there is no distribution to learn.
Result<void> refuseAlike(const ImageSet& images, const std::string& path)
{
    const auto& pixels = images.pixels;
    const auto one = static_cast<std::ptrdiff_t>(images.imageBytes());
    if (images.count() < 2 || !std::equal(pixels.begin(), pixels.end() - one, pixels.begin() + one))
        return {};
    const bool isOneGrey = std::equal(pixels.begin(), pixels.end() - 1, pixels.begin() + 1);
    return invalidFile(path + ": all " + std::to_string(images.count()) + " images are alike" +
                       (isOneGrey
                            ? ", and each of their pixels is " + std::to_string(pixels.front()) + " of 255"
                            : std::string()) +
                       "; choose images that differ from one another");
}

std::string changedAt(const std::string& path)
{
    std::error_code ignored;
    const auto time = fs::last_write_time(path, ignored);
    return std::to_string(time.time_since_epoch().count());
}

/// Images that are in memory are not read again: checks, variants and chains share them. The newest stay
/// there.
ImagesResult readOnce(const SourceConfig& config, const std::string& baseFolder)
{
    static std::mutex mutex;
    static std::map<std::string, std::weak_ptr<const ImageSet>> known;
    static ImageSetPtr newest;
    const std::string path = resolved(config.path, baseFolder), labels = resolved(config.labels, baseFolder);
    const std::string key =
        config.kind + '\n' + path + '\n' + labels + '\n' + changedAt(path) + changedAt(labels);
    const std::lock_guard lock(mutex);
    if (auto images = known[key].lock())
        return images;
    const bool hasPath = config.kind == "idx" || config.kind == "imageFolder";
    if (hasPath && config.path.empty())
        return invalidSetting("source.path",
                              std::string("there is no path. Give that of ") +
                                  (config.kind == "idx"
                                       ? "an IDX file of images, or of a folder with MNIST's files."
                                       : "a folder of PNG images."));
    auto read = config.kind == "digits"         ? ImagesResult(digitImages())
                : config.kind == "fashionMnist" ? readFashionMnist()
                : config.kind == "idx"          ? readIdx(path, labels)
                : config.kind == "imageFolder"  ? readPngs(path)
                                                : readHeld(config.kind);
    if (read && hasPath)
        if (auto alike = refuseAlike(**read, path); !alike)
            return alike.error();
    if (read)
        known[key] = newest = *read;
    return read;
}

/// Without all but a share of one class: every k-th image of it stays, in the file's order.
ImagesResult withRareClass(const ImageSetPtr& images, const SourceConfig& config)
{
    if (config.rareClass < 0 || config.rareShare == 1)
        return images;
    const auto& numbers = images->classNumbers;
    const auto found = std::find(numbers.begin(), numbers.end(), config.rareClass);
    if (found == numbers.end())
        return refusedSetting("source.rareClass", std::to_string(config.rareClass),
                              numbers.empty()
                                  ? std::string("be -1, because these images have no labels")
                                  : "be -1 for none, or a class from " + std::to_string(numbers.front()) +
                                        " to " + std::to_string(numbers.back()));
    const auto rare = static_cast<std::uint8_t>(found - numbers.begin());
    auto fewer = std::make_shared<ImageSet>(*images);
    fewer->pixels.clear();
    fewer->labels.clear();
    std::int64_t seen = 0;
    for (std::int64_t i = 0; i < images->count(); ++i) {
        const std::uint8_t label = images->labels[static_cast<std::size_t>(i)];
        if (label == rare) {
            const auto before = std::floor(static_cast<double>(seen) * config.rareShare);
            ++seen;
            if (std::floor(static_cast<double>(seen) * config.rareShare) == before)
                continue;
        }
        const auto at = images->pixels.begin() + i * images->imageBytes();
        fewer->pixels.insert(fewer->pixels.end(), at, at + images->imageBytes());
        fewer->labels.push_back(label);
    }
    return ImageSetPtr(fewer);
}

} // namespace

Result<std::shared_ptr<const Source>> makeImageSource(const SourceConfig& config, RowKind rows,
                                                      const std::string& baseFolder)
{
    auto images = readOnce(config, baseFolder);
    if (images)
        images = withRareClass(*images, config);
    if (!images)
        return images.error();
    return std::shared_ptr<const Source>(std::make_shared<ImageSource>(std::move(*images), rows));
}

} // namespace hareloom
