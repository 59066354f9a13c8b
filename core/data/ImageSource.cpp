// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/ImageSource.h"

#include "core/base/Refusal.h"
#include "core/base/SamplingWithoutReplacement.h"
#include "core/data/KindParts.h"
#include "core/data/SourceKinds.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <mutex>

namespace hareloom {
namespace {

namespace fs = std::filesystem;

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
ImagesResult readOnce(const SourceConfig& config, const std::string& baseFolder, ImageReader reader)
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
    auto read = reader(path, labels);
    if (read && kindOf(config).supply == Supply::Own)
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

MadeSource makeImageSource(const SourceConfig& config, RowKind rows, const std::string& baseFolder,
                           ImageReader reader)
{
    return readOnce(config, baseFolder, reader)
        .and_then([&config](const ImageSetPtr& images) { return withRareClass(images, config); })
        .and_then([rows](ImageSetPtr images) { return madeOf<ImageSource>(std::move(images), rows); });
}

} // namespace hareloom
