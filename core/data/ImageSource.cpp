// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ImageSource.h"

#include "core/base/SamplingWithoutReplacement.h"
#include "core/catalogue/Holdings.h"
#include "core/data/IdxFile.h"
#include "core/data/PngFolder.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <mutex>

namespace hareloom {
namespace {

namespace fs = std::filesystem;
using ImagesResult = Result<ImageSetPtr>;

class ImageSource final : public Source
{
public:
    explicit ImageSource(ImageSetPtr images)
        : m_images(std::move(images)), m_rows(std::make_shared<ImageRows>(m_images))
    {
    }

    int dimension() const override { return m_rows->dimension(); }
    RowKind rowKind() const override { return RowKind::Images; }
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

private:
    ImageSetPtr m_images;
    DatasetPtr m_rows;
};

const std::vector<std::string> kFashionClasses = {"T-shirt", "trouser", "pullover", "dress", "coat",
                                                  "sandal",  "shirt",   "sneaker",  "bag",   "ankle boot"};

Result<void> addLabels(ImageSet& images, const std::string& path)
{
    auto labels = readIdxLabels(path);
    if (!labels)
        return labels.error();
    if (std::ssize(*labels) != images.count())
        return invalidFile(path + ": found " + std::to_string(labels->size()) + " labels for " +
                           std::to_string(images.count()) + " images");
    const int classes = *std::max_element(labels->begin(), labels->end()) + 1;
    for (int c = 0; c < classes; ++c)
        images.classNames.push_back(std::to_string(c));
    images.labels = std::move(*labels);
    return {};
}

/// PATH or PATH.gz, whichever is there; empty when neither is.
std::string plainOrZipped(const fs::path& path)
{
    std::error_code ignored;
    for (const fs::path& candidate : {path, fs::path(path.string() + ".gz")})
        if (fs::exists(candidate, ignored))
            return candidate.string();
    return {};
}

Result<ImageSet> readPair(const std::string& images, const std::string& labels)
{
    auto read = readIdxImages(images);
    if (!read || labels.empty())
        return read;
    auto labelled = addLabels(*read, labels);
    return labelled ? std::move(read) : Result<ImageSet>(labelled.error());
}

/// A folder with the names that MNIST's files have: train-images-idx3-ubyte[.gz] and its like.
ImagesResult readMnistFolder(const fs::path& folder)
{
    const auto part = [&folder](const char* name) { return plainOrZipped(folder / name); };
    const std::string images = part("train-images-idx3-ubyte");
    if (images.empty())
        return invalidFile(folder.string() + ": found no train-images-idx3-ubyte or "
                                             "train-images-idx3-ubyte.gz in this folder");
    auto train = readPair(images, part("train-labels-idx1-ubyte"));
    if (!train)
        return train.error();
    const std::string testImages = part("t10k-images-idx3-ubyte");
    if (!testImages.empty() && !train->labels.empty()) {
        auto test = readPair(testImages, part("t10k-labels-idx1-ubyte"));
        if (!test)
            return test.error();
        if (test->width == train->width && test->height == train->height &&
            test->classes() == train->classes())
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
            "found \"" + path +
                "\", where there is nothing, allowed: an IDX file of images, or a folder with MNIST's "
                "files (train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-..., gzipped or not)");
    auto read = readPair(path, labels);
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
    if (!fs::exists(kFashionMnistFolder, ignored))
        return invalidInput(std::string("source.kind: found \"fashionMnist\", whose files are not in ") +
                            kFashionMnistFolder +
                            "; install the package dataset-fashion-mnist, or choose \"idx\" and a folder");
    return withClassNames(readMnistFolder(kFashionMnistFolder), kFashionClasses);
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
                              "found nothing, allowed: " +
                                  std::string(config.kind == "idx"
                                                  ? "an IDX file of images, or a folder with MNIST's files"
                                                  : "a folder of PNG images"));
    auto read = config.kind == "fashionMnist"  ? readFashionMnist()
                : config.kind == "idx"         ? readIdx(path, labels)
                : config.kind == "imageFolder" ? readPngs(path)
                                               : readHeld(config.kind);
    if (read)
        known[key] = newest = *read;
    return read;
}

/// Without all but a share of one class: every k-th image of it stays, in the file's order.
ImagesResult withRareClass(const ImageSetPtr& images, const SourceConfig& config)
{
    if (config.rareClass < 0 || config.rareShare == 1)
        return images;
    if (config.rareClass >= images->classes())
        return invalidSetting(
            "source.rareClass",
            "found " + std::to_string(config.rareClass) + ", allowed: " +
                (images->classes() == 0
                     ? std::string("-1, because these images have no labels")
                     : "-1 for none, or a class from 0 to " + std::to_string(images->classes() - 1)));
    auto fewer = std::make_shared<ImageSet>(*images);
    fewer->pixels.clear();
    fewer->labels.clear();
    std::int64_t seen = 0;
    for (std::int64_t i = 0; i < images->count(); ++i) {
        const std::uint8_t label = images->labels[static_cast<std::size_t>(i)];
        if (label == config.rareClass) {
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

Result<std::shared_ptr<const Source>> makeImageSource(const SourceConfig& config,
                                                      const std::string& baseFolder)
{
    auto images = readOnce(config, baseFolder);
    if (images)
        images = withRareClass(*images, config);
    if (!images)
        return images.error();
    return std::shared_ptr<const Source>(std::make_shared<ImageSource>(std::move(*images)));
}

} // namespace hareloom
