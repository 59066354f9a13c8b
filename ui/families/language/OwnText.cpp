// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/families/language/OwnText.h"

#include "core/data/CsvPreview.h"
#include "core/families/language/LanguageSettings.h"
#include "core/family/NetworkSettings.h"
#include "core/text/Corpus.h"
#include "core/writing/OwnModels.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <cctype>
#include <utility>

namespace hareloom::ui {

namespace {

constexpr qint64 kHead = 4096, kFront = 1 << 18;
constexpr qsizetype kParagraph = 160, kPromptWords = 16; // characters that a heading has not; words
constexpr qint64 kBytesOfABlock = 300;                   // 64 tokens of prose, and some to spare

QString tr(const char* text)
{
    return QCoreApplication::translate("hareloom::ui", text);
}

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

} // namespace

OwnExperiment experimentOnText(const QString& path)
{
    const QFileInfo file(path);
    QString front = path;
    if (file.isDir()) {
        const auto texts = findTexts(path.toStdString());
        if (!texts)
            return texts.error();
        if (texts->train.empty())
            return noExperiment();
        front = QString::fromStdString(texts->train.front().string());
    } else if (!endsIn(file.fileName().toStdString(), kTextEndings) || !isProse(path)) {
        return noExperiment();
    }
    auto experiment = presetOn("church-quick", sourceOfFile(RowKind::Text), path);
    if (!experiment)
        return noExperiment();
    if (file.isFile() && file.size() < experiment->samples.size * kBytesOfABlock)
        experiment->samples.size = 0; // as many blocks as there are
    experiment->evaluation.prompts = promptsFrom(front);
    experiment->model.of<LanguageSettings>().base = kEnglishModel;
    experiment->variants.clear();
    experiment->title = tr("My text").toStdString();
    experiment->story =
        tr("Each model starts from a small one that comes with the program and has read one dictionary in English, the "
           "Jargon Lexicon, and nothing else (setting Base model). It learns this text in %1 epochs, so generation 0 is "
           "rough already, and its words may be the dictionary's; compare the later generations with it, not with the "
           "text. Each model goes on from the text that it was trained on. A longer text and more epochs help, and so "
           "does a model that has read more: OPT-125m, from File > Catalogue.")
            .arg(std::as_const(*experiment).model.of<NetworkSettings>().epochs)
            .toStdString();
    return experiment;
}

} // namespace hareloom::ui
