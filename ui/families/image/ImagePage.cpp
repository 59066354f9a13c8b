// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/image/ImagePage.h"

#include "core/families/image/VaeSnapshot.h"
#include "ui/stage/ImageWall.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr qsizetype kLengthBytes = 4; // that qCompress() puts before what zlib makes

/// The same latent points drawn by every generation, all tones of each image.
class ImagePage final : public PageStage
{
public:
    explicit ImagePage(const VaeSnapshot& first) : m_first(first), m_shown(first.wallImages()) {}

    void takeShare(double share) override
    {
        m_shown = std::max(1, static_cast<int>(share * double(m_first.wallImages())));
    }
    QString note() const override { return picturesNote(m_shown, m_first.wallImages()); }

    QJsonObject beginning() const override
    {
        const QSize size(m_first.architecture().width, m_first.architecture().height);
        return {{"kind", "images"},
                {"width", size.width()},
                {"height", size.height()},
                {"count", m_shown},
                {"isPhotograph", !hasDarkGround(m_first.view().wall, size)}};
    }

    QJsonObject moment(const StageFrame& frame) const override
    {
        const VaeSnapshot* now = asVae(*frame.to->snapshot);
        if (!now || now->wallImages() < m_first.wallImages())
            return {};
        const auto& wall = now->view().wall;
        const QByteArray packed = qCompress(wall.data(), shownBytes(), 9).mid(kLengthBytes);
        return {{"pixels", QString::fromLatin1(packed.toBase64())}};
    }

private:
    qsizetype shownBytes() const
    {
        return qsizetype(m_shown) * m_first.architecture().width * m_first.architecture().height;
    }

    VaeSnapshot m_first;
    int m_shown; // of the wall's images, the first ones
};

} // namespace

std::unique_ptr<PageStage> makeImagePage(const StageOrigin& origin, const Stage& /*stage*/)
{
    const VaeSnapshot* first = asVae(*origin.generation->snapshot);
    return first ? std::make_unique<ImagePage>(*first) : nullptr;
}

} // namespace hareloom::ui
