// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/normal/NormalFaces.h"

#include "ui/families/normal/DensityStage.h"
#include "ui/families/normal/NormalGlyphs.h"
#include "ui/stage/RealNumbers.h"
#include "ui/families/normal/ScatterStage.h"
#include "ui/plot/MetricTitle.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <limits>

namespace hareloom::ui {

namespace {

template<class OfMixture>
auto ofMixture(OfMixture value)
{
    return [value](const Generation& generation) {
        const NormalMixture* mixture = generation.snapshot ? generation.snapshot->normalMixture() : nullptr;
        return mixture ? value(*mixture) : std::numeric_limits<double>::quiet_NaN();
    };
}

double totalVariance(const NormalMixture& mixture)
{
    return covarianceOf(mixture).trace();
}

class NormalFace final : public Face
{
public:
    /// `takes`: whether a table with so many columns of numbers is for this one.
    NormalFace(std::string_view family, DrawGlyph draw, bool (*takes)(std::size_t columns))
        : Face(family), m_glyph(draw), m_takes(takes)
    {
    }

    DrawGlyph glyph() const override { return m_glyph; }

    std::unique_ptr<Stage> makeStage(const Snapshot& first) const override
    {
        const NormalMixture* mixture = first.normalMixture();
        if (!mixture)
            return nullptr;
        if (mixture->dimension() == 1)
            return std::make_unique<DensityStage>();
        return std::make_unique<ScatterStage>();
    }

    std::vector<Quantity> quantities(const Snapshot& first,
                                     const std::vector<std::string>& variables) const override
    {
        const NormalMixture* mixture = first.normalMixture();
        if (!mixture)
            return {};
        const auto tr = [](const char* text) {
            return QCoreApplication::translate("hareloom::ui::NormalFace", text);
        };
        const bool isLine = mixture->dimension() == 1;
        return {{"standardDeviation", isLine ? tr("Standard deviation") : tr("Root of the total variance"),
                 ofMixture([](const NormalMixture& m) { return std::sqrt(totalVariance(m)); }), "variance",
                 [](double variance) { return std::sqrt(variance); }},
                {"mean", isLine ? tr("Mean") : metricTitle("mean[0]", variables),
                 ofMixture([](const NormalMixture& m) { return meanOf(m)[0]; }), "mean[0]"},
                {"variance", isLine ? tr("Variance") : tr("Total variance"), ofMixture(totalVariance)}};
    }

    bool sharesAxes(const Snapshot& own, const Snapshot& other) const override
    {
        const NormalMixture *a = own.normalMixture(), *b = other.normalMixture();
        return a && b && a->dimension() == b->dimension();
    }

    void paintRealData(QPainter& painter, const QRectF& room, const RealData& data, bool /*invites*/,
                       const Theme& theme) const override
    {
        if (data.rows && data.rows->rows() > 0)
            paintRealNumbers(painter, insideOf(room, 64, 0), data, theme);
    }

    // Dots lie anywhere, columns at the foot.
    double invitationAt(const QRectF& room, const RealData& data) const override
    {
        return data.rows && data.rows->cols() >= 2 ? insideOf(room, 64, 0).bottom() - 48
                                                   : Face::invitationAt(room, data);
    }

    bool takesColumns(bool areNumbers, std::size_t columns) const override
    {
        return areNumbers && m_takes(columns);
    }

private:
    DrawGlyph m_glyph;
    bool (*m_takes)(std::size_t);
};

} // namespace

std::span<const Face* const> normalFaces()
{
    static const NormalFace gaussian("gaussian", drawGaussian, [](std::size_t n) { return n == 1; });
    static const NormalFace kde("kde", drawKde, [](std::size_t) { return false; });
    static const NormalFace mixture("mixture", drawMixture, [](std::size_t n) { return n > 1; });
    static const std::array<const Face*, 3> all{&gaussian, &kde, &mixture};
    return all;
}

} // namespace hareloom::ui
