// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/MarkedText.h"

#include "core/metrics/Text.h"

#include <algorithm>

namespace hareloom::ui {

namespace {

constexpr std::size_t kMostKnown = 1024;

/// UTF-16 units before each byte of a UTF-8 text, and after the last.
std::vector<int> unitsBefore(const std::string& utf8)
{
    std::vector<int> units(utf8.size() + 1);
    int count = 0;
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        units[i] = count;
        const auto byte = static_cast<unsigned char>(utf8[i]);
        count += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
    }
    units[utf8.size()] = count;
    return units;
}

QString shown(QString text)
{
    for (QChar& c : text)
        if (c == QLatin1Char('\n'))
            c = QChar(QChar::LineSeparator);
        else if (c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
    return text;
}

} // namespace

double MarkedText::repeatedShare() const
{
    const auto count =
        std::count_if(words.begin(), words.end(), [](const Word& word) { return word.phrase >= 0; });
    return words.empty() ? 0 : double(count) / double(words.size());
}

int MarkedText::occurrences(int phrase) const
{
    return static_cast<int>(std::count_if(marks.begin(), marks.end(),
                                          [phrase](const Mark& mark) { return mark.phrase == phrase; }));
}

int MarkedText::wordAt(int place) const
{
    const auto next = std::upper_bound(words.begin(), words.end(), place,
                                       [](int at, const Word& word) { return at < word.begin; });
    return static_cast<int>(next - words.begin()) - 1;
}

int MarkedText::placeOf(std::size_t byte) const
{
    const int unit = units.empty() ? 0 : units[std::min(byte, units.size() - 1)];
    return std::clamp(unit - cut, 0, static_cast<int>(text.size()));
}

MarkedText markedText(const std::string& utf8)
{
    MarkedText result;
    const QString whole = shown(QString::fromStdString(utf8));
    // What a model goes on with mostly begins with a blank.
    while (result.cut < whole.size() && whole.at(result.cut).isSpace())
        ++result.cut;
    result.text = whole.mid(result.cut);
    result.units = unitsBefore(utf8);
    const auto place = [&](int byte) { return result.placeOf(static_cast<std::size_t>(byte)); };
    for (const RepeatedPhrase& each : repeatedPhrases(utf8))
        result.marks.push_back({place(each.begin), place(each.end), each.phrase});
    auto mark = result.marks.begin();
    const int size = static_cast<int>(result.text.size());
    for (int begin = 0; begin < size;) {
        int end = begin;
        while (end < size && !result.text.at(end).isSpace())
            ++end;
        while (mark != result.marks.end() && mark->end <= begin)
            ++mark;
        if (end > begin)
            result.words.push_back(
                {begin, end, mark != result.marks.end() && mark->begin < end ? mark->phrase : -1});
        begin = end + 1;
    }
    return result;
}

const MarkedText& MarkedTexts::of(const std::string& utf8) const
{
    const auto known = m_known.find(utf8);
    if (known != m_known.end())
        return known->second;
    if (m_known.size() >= kMostKnown)
        m_known.clear();
    return m_known.emplace(utf8, markedText(utf8)).first->second;
}

} // namespace hareloom::ui
