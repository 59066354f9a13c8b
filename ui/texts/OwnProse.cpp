// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/texts/OwnProse.h"

#include "core/data/CsvPreview.h"
#include "core/text/Corpus.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cctype>

namespace hareloom::ui {

namespace {

constexpr qint64 kHead = 4096, kFront = 1 << 18;
constexpr qsizetype kParagraph = 160, kPromptWords = 16; // characters that a heading has not; words
constexpr qint64 kSmall = 1 << 14;                       // bytes: what may be too little is read at once
constexpr double kFewBlanks = 0.02;                      // of the characters

bool hasNumbers(const CsvPreview& table)
{
    for (std::size_t c = 0; c < table.isNumeric.size(); ++c)
        if (table.isNumeric[c] && std::any_of(table.rows.begin(), table.rows.end(), [c](const auto& row) {
                return c < row.size() && !row[c].empty();
            }))
            return true;
    return false;
}

/// By its beginning: letters far more often than digits, no zeros, and no column of numbers.
bool isProse(const QString& path)
{
    QFile file(path);
    const QByteArray head = file.open(QFile::ReadOnly) ? file.read(kHead) : QByteArray();
    const auto count = [&head](auto isOne) { return std::count_if(head.begin(), head.end(), isOne); };
    const auto digits = count([](unsigned char c) { return c >= '0' && c <= '9'; });
    const auto letters = count([](unsigned char c) { return std::isalpha(c) || c >= 0x80; });
    if (head.contains('\0') || letters <= 4 * digits)
        return false;
    const auto table = previewCsv(path.toStdString()); // prose is seldom one at all
    return !table || !hasNumbers(*table);
}

/// Beginnings of some paragraphs near the text's front, for every generation to go on from.
std::vector<std::string> promptsFrom(const QString& path)
{
    static const QRegularExpression blankLine(QStringLiteral("\\n[ \\t]*\\n"));
    QFile file(path);
    QByteArray front = file.open(QFile::ReadOnly) ? file.read(kFront) : QByteArray();
    front.replace("\r\n", "\n").replace('\r', '\n');
    QStringList paragraphs;
    for (const QString& part : QString::fromUtf8(front).split(blankLine))
        if (const QString paragraph = part.simplified(); paragraph.size() >= kParagraph)
            paragraphs << paragraph.section(QLatin1Char(' '), 0, kPromptWords - 1);
    if (paragraphs.size() > 2)
        paragraphs = {paragraphs.first(), paragraphs.at(paragraphs.size() / 2), paragraphs.last()};
    std::vector<std::string> prompts;
    for (const QString& paragraph : paragraphs)
        prompts.push_back(paragraph.toStdString());
    return prompts;
}

bool hasFewBlanks(const QString& path)
{
    QFile file(path);
    const QString front = QString::fromUtf8(file.open(QFile::ReadOnly) ? file.read(kFront) : QByteArray());
    const auto blanks = std::count(front.begin(), front.end(), QLatin1Char(' '));
    return static_cast<double>(blanks) < kFewBlanks * static_cast<double>(front.size());
}

} // namespace

Result<std::optional<OwnProse>> ownProseAt(const QString& path)
{
    const QFileInfo file(path);
    QString front = path;
    if (file.isDir()) {
        const auto texts = findTexts(path.toStdString());
        if (!texts)
            return texts.error();
        if (texts->train.empty())
            return std::optional<OwnProse>();
        front = QString::fromStdString(texts->train.front().string());
    } else if (!endsIn(file.fileName().toStdString(), kTextEndings) || !isProse(path)) {
        return std::optional<OwnProse>();
    } else if (file.size() < kSmall) {
        if (const auto corpus = openCorpus(path.toStdString()); !corpus)
            return corpus.error();
    }
    return std::optional(OwnProse{promptsFrom(front), file.isFile() ? file.size() : 0, hasFewBlanks(front)});
}

OwnExperiment experimentOnProse(const char* preset, const QString& path,
                                const std::function<void(Experiment&, const OwnProse&)>& adapt)
{
    const auto prose = ownProseAt(path);
    if (!prose)
        return prose.error();
    auto experiment = *prose ? presetOn(preset, sourceOfFile(RowKind::Text), path) : std::nullopt;
    if (!experiment)
        return noExperiment();
    experiment->evaluation.prompts = (*prose)->prompts;
    experiment->variants.clear();
    adapt(*experiment, **prose);
    return experiment;
}

} // namespace hareloom::ui
