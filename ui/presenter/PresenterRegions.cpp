// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenter/PresenterRegions.h"

namespace hareloom::ui {

void PresenterRegions::set(std::vector<ChartWords> words)
{
    m_words = std::move(words);
    while (m_regions.size() > qsizetype(m_words.size()))
        delete m_regions.takeLast();
    while (m_regions.size() < qsizetype(m_words.size())) {
        auto* region = new QWidget(&m_screen);
        const auto i = static_cast<std::size_t>(m_regions.size());
        region->setAttribute(Qt::WA_TransparentForMouseEvents);
        region->setFocusPolicy(Qt::NoFocus);
        const auto table = [this, i] { return m_words[i].table ? m_words[i].table() : DataTable(); };
        describeChart(region, {[this, i] { return m_words[i].name(); },
                               [this, i] { return m_words[i].summary(); }, table});
        region->lower(); // the buttons lie above
        region->show();
        m_regions << region;
    }
    for (qsizetype i = 0; i < m_regions.size(); ++i)
        m_regions[i]->setAccessibleName(m_words[static_cast<std::size_t>(i)].name());
}

void PresenterRegions::place(const QRect& first, const QRect& others)
{
    const qsizetype below = std::max<qsizetype>(1, m_regions.size() - 1);
    for (qsizetype i = 0; i < m_regions.size(); ++i) {
        const int height = others.height() / static_cast<int>(below);
        m_regions[i]->setGeometry(i == 0
                                      ? first
                                      : QRect(others.left(), others.top() + static_cast<int>(i - 1) * height,
                                              others.width(), height));
    }
}

void PresenterRegions::announce() const
{
    for (QWidget* region : m_regions)
        ChartDescription::of(region)->announce();
}

} // namespace hareloom::ui
