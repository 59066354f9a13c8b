// SPDX-License-Identifier: GPL-3.0-or-later
// Language models, by our own code and by LibTorch's, against numbers of Hugging Face transformers.
#include "core/families/language/LanguageCheckpoint.h"
#include "core/families/language/LanguageNetworks.h"
#include "core/neural/language/train/AdamW.h"
#include "core/neural/language/train/LanguagePass.h"
#include "tests/Reference.h"
#include "tests/TestProgram.h"

#include <QtEndian>
#include <QtTest>

#include <cmath>
#include <map>

using namespace hareloom;
using namespace hareloom::neural;
using nlohmann::json;

namespace {

TokenBlocks blocksOf(const json& rows)
{
    TokenBlocks blocks;
    blocks.length = static_cast<std::int64_t>(rows.at(0).size());
    for (const json& row : rows)
        for (const json& id : row)
            blocks.ids.push_back(id.get<TokenId>());
    return blocks;
}

GenerationConfig configOf(const json& arguments)
{
    GenerationConfig c;
    c.maxNewTokens = arguments.at("max_new_tokens");
    c.minNewTokens = arguments.value("min_new_tokens", 0);
    c.beams = arguments.value("num_beams", 1);
    c.lengthPenalty = arguments.value("length_penalty", 1.0);
    c.returnSequences = arguments.value("num_return_sequences", 1);
    c.repetitionPenalty = arguments.value("repetition_penalty", 1.0);
    c.noRepeatNgram = arguments.value("no_repeat_ngram_size", 0);
    const json early = arguments.value("early_stopping", json(false));
    c.earlyStopping = early == "never" ? EarlyStopping::Never
                      : early == true  ? EarlyStopping::Yes
                                       : EarlyStopping::No;
    return c;
}

/// Each array of a safetensors file: type, shape and bytes; the metadata as one more. By the format's own
/// words alone, not by the reader under test.
std::map<std::string, std::pair<json, QByteArray>> arraysOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QFile::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const auto length = static_cast<qsizetype>(qFromLittleEndian<quint64>(file.read(8).constData()));
    const json header = json::parse(file.read(length).toStdString());
    const QByteArray numbers = file.readAll();
    std::map<std::string, std::pair<json, QByteArray>> arrays;
    for (const auto& [name, entry] : header.items()) {
        if (name == "__metadata__") {
            arrays[name] = {entry, {}};
            continue;
        }
        const qsizetype begin = entry["data_offsets"][0], end = entry["data_offsets"][1];
        arrays[name] = {json::array({entry["dtype"], entry["shape"]}), numbers.mid(begin, end - begin)};
    }
    return arrays;
}

} // namespace

class LanguageReferenceTest : public QObject
{
    Q_OBJECT

    QString m_folder;
    json m_reference;
    LanguageCheckpoint m_checkpoint;

    std::unique_ptr<LanguageModel> model(const QString& device) const
    {
        const std::string name = device.toStdString();
        const auto networks = languageNetworks(name);
        if (!networks)
            qFatal("%s", networks.error().message.c_str());
        auto made = (*networks)->makeModel(m_checkpoint.architecture, m_checkpoint.weights, name);
        if (!made)
            qFatal("%s", made.error().message.c_str());
        return std::move(*made);
    }

    static void devices()
    {
        QTest::addColumn<QString>("device");
        QTest::newRow("cpu") << "cpu";
        if (HARELOOM_HAS_TORCH)
            QTest::newRow("torch:cpu") << "torch:cpu";
    }

    LanguageLogits logits(const QString& device, const json& rows,
                          const std::vector<std::uint8_t>& isToken = {}) const
    {
        auto all = model(device)->logits(blocksOf(rows), isToken, {{}, 2});
        if (!all)
            qFatal("%s", all.error().message.c_str());
        return *all;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_folder = test::reference("opt-tiny");
        m_reference = test::readJson(test::reference("opt_tiny_reference.json"));
        const auto read = readLanguageCheckpoint(m_folder.toStdString());
        QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
        m_checkpoint = *read;
    }

    void logitsAreTheReferences_data() { devices(); }
    void logitsAreTheReferences()
    {
        QFETCH(QString, device);
        const json& forward = m_reference["forward"];
        const LanguageLogits found = logits(device, forward["input_ids"]);
        std::size_t i = 0;
        double worst = 0;
        for (const json& row : forward["logits"])
            for (const json& place : row)
                for (const json& logit : place)
                    worst = std::max(worst,
                                     std::abs(static_cast<double>(found.values[i++]) - logit.get<double>()));
        QCOMPARE(i, found.values.size());
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void paddingOnTheLeftChangesNothing_data() { devices(); }
    void paddingOnTheLeftChangesNothing()
    {
        QFETCH(QString, device);
        const json& padded = m_reference["forward_leftpad"];
        std::vector<std::uint8_t> isToken;
        for (const json& row : padded["attention_mask"])
            for (const json& place : row)
                isToken.push_back(place.get<int>() != 0);
        const LanguageLogits found = logits(device, padded["input_ids"], isToken);
        const auto at = [&](std::int64_t row, std::int64_t place, std::size_t id) {
            return static_cast<double>(
                found.values[static_cast<std::size_t>((row * found.length + place) * found.vocabulary) + id]);
        };
        double worst = 0;
        for (std::size_t id = 0; id < static_cast<std::size_t>(found.vocabulary); ++id) {
            for (std::int64_t row = 0; row < 2; ++row)
                worst = std::max(
                    worst, std::abs(at(row, found.length - 1, id) -
                                    padded["logits_last"][static_cast<std::size_t>(row)][id].get<double>()));
            for (std::size_t place = 0; place < padded["logits_row1_from4"].size(); ++place)
                worst = std::max(worst, std::abs(at(1, static_cast<std::int64_t>(place) + 4, id) -
                                                 padded["logits_row1_from4"][place][id].get<double>()));
        }
        QVERIFY2(worst < 1e-4, qPrintable(QString::number(worst)));
    }

    void gradientsAndStepsAreTheReferences()
    {
        const json& steps = m_reference["train_adamw_lr2e-5_default_eval_mode"];
        const TokenBlocks blocks = blocksOf(m_reference["forward"]["input_ids"]);
        const LanguageLayout layout(m_checkpoint.architecture);
        std::vector<float> weights = *m_checkpoint.weights;
        ShardTeam team(2);
        ForwardWeights forward(layout, weights.data());
        LanguagePass pass(layout, blocks.count(), blocks.length);
        Floats gradient(weights.size());
        LanguageTrainingPlan plan;
        AdamW adam(layout.architecture, plan);
        const double tokens = static_cast<double>(blocks.count() * (blocks.length - 1));
        for (std::size_t s = 0; s < steps.size(); ++s) {
            forward.pack(team);
            const double loss =
                pass.lossAndGradient(forward, {blocks.count(), blocks.length, blocks.ids.data(), nullptr}, 0,
                                     {}, static_cast<float>(1 / tokens), true, team, {}, gradient.data()) /
                tokens;
            QVERIFY2(std::abs(loss - steps[s]["loss"].get<double>()) < 1e-5,
                     qPrintable(QString::number(loss - steps[s]["loss"].get<double>())));
            for (const LanguageTensor& tensor : tensorsOf(layout.architecture)) {
                const double length = lengthOf(team, gradient.data() + tensor.offset, tensor.size()),
                             wanted = steps[s]["grad_l2"][tensor.name].get<double>();
                // The keys' biases have no gradient but rounding.
                QVERIFY2(
                    std::abs(length - wanted) < 1e-3 * wanted + 1e-6,
                    qPrintable(QString("%1: %2 for %3").arg(tensor.name.c_str()).arg(length).arg(wanted)));
            }
            adam.update(team, static_cast<std::int64_t>(s), 2e-5, 1, gradient.data(), weights.data());
        }
        const json& row = m_reference["after3_embed_row5"];
        for (std::size_t i = 0; i < row.size(); ++i)
            QVERIFY(std::abs(static_cast<double>(weights[5 * row.size() + i]) - row[i].get<double>()) < 1e-5);
    }

    void trainingTakesTheSameSteps_data() { devices(); }
    void trainingTakesTheSameSteps()
    {
        QFETCH(QString, device);
        const json& steps = m_reference["train_adamw_lr2e-5_default_eval_mode"];
        const auto m = model(device);
        LanguageTrainingPlan plan;
        plan.steps = 3;
        plan.batch = 2;
        plan.microBatch = 1;
        plan.clipNorm = 0;
        plan.dropout = 0;
        plan.schedule = RateSchedule::Constant;
        LanguageTrainingEvents events;
        std::vector<double> losses;
        events.onStep = [&](const LanguageTrainingProgress& p) { losses.push_back(p.lossNats); };
        const auto report =
            m->train(blocksOf(m_reference["forward"]["input_ids"]), {}, plan, events, {{}, 2});
        QVERIFY2(report.ok(), report ? "" : report.error().message.c_str());
        QCOMPARE(losses.size(), steps.size());
        for (std::size_t s = 0; s < losses.size(); ++s)
            QVERIFY(std::abs(losses[s] - steps[s]["loss"].get<double>()) < 1e-5);
    }

    void textIsContinuedTokenForToken_data() { devices(); }
    void textIsContinuedTokenForToken()
    {
        QFETCH(QString, device);
        const auto m = model(device);
        std::size_t cases = 0;
        for (const json& wanted : m_reference["generation"]) {
            const GenerationConfig config = configOf(wanted["args"]);
            std::vector<std::vector<TokenId>> prompts = wanted["prompts"];
            const auto found = m->generate(prompts, config, 0, {{}, 2}, {});
            QVERIFY2(found.ok(), found ? "" : found.error().message.c_str());
            QCOMPARE(found->size(), wanted["sequences"].size());
            for (std::size_t i = 0; i < found->size(); ++i) {
                std::vector<TokenId> sequence = prompts[i / static_cast<std::size_t>(config.returnSequences)];
                sequence.insert(sequence.end(), (*found)[i].tokens.begin(), (*found)[i].tokens.end());
                sequence.resize(wanted["sequences"][i].size(), m_checkpoint.architecture.pad);
                const std::string where = "case " + std::to_string(cases) + ": " + wanted["args"].dump() +
                                          " found " + json(sequence).dump() + " for " +
                                          wanted["sequences"][i].dump();
                QVERIFY2(json(sequence) == wanted["sequences"][i], where.c_str());
                if (!wanted["scores"].is_null())
                    QVERIFY2(std::abs(static_cast<double>((*found)[i].score) -
                                      wanted["scores"][i].get<double>()) < 1e-3,
                             where.c_str());
            }
            ++cases;
        }
        QCOMPARE(cases, std::size_t{400});
    }

    // What transformers saved, read here and saved again, holds the same arrays under the same names and says
    // the same of them: from_pretrained() cannot tell the two folders apart.
    void whatIsSavedIsWhatTransformersSaved()
    {
        QTemporaryDir folder;
        QVERIFY(writeLanguageCheckpoint(folder.path().toStdString(), m_checkpoint).ok());
        const auto theirs = arraysOf(m_folder + "/model.safetensors"),
                   ours = arraysOf(folder.filePath("model.safetensors"));
        QCOMPARE(ours.size(), theirs.size());
        for (const auto& [name, array] : theirs)
            QVERIFY2(ours.contains(name) && ours.at(name) == array, name.c_str());

        const json said = test::readJson(m_folder + "/config.json"),
                   saying = test::readJson(folder.filePath("config.json"));
        for (const auto& [key, value] : said.items()) {
            if (key == "transformers_version" || key == "use_cache")
                continue; // of the program that wrote it, and of no effect on numbers
            // "dtype" is what transformers 5 calls the other, which it reads all the same.
            QVERIFY2(saying.value(key == "dtype" ? "torch_dtype" : key, json()) == value, key.c_str());
        }
    }

    void torchFilesHoldTheSame()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(m_folder + "/config.json", folder.filePath("config.json")));
        for (const auto& [name, tolerance] : {std::pair("pytorch_model.bin", 0.0),
                                              std::pair("pytorch_model_fp16_decoder_prefix.bin", 1e-3)}) {
            QFile::remove(folder.filePath("pytorch_model.bin"));
            QVERIFY(QFile::copy(m_folder + "/" + name, folder.filePath("pytorch_model.bin")));
            const auto read = readLanguageCheckpoint(folder.path().toStdString());
            QVERIFY2(read.ok(), read ? "" : read.error().message.c_str());
            QVERIFY(read->architecture == m_checkpoint.architecture);
            for (std::size_t i = 0; i < m_checkpoint.weights->size(); ++i)
                QVERIFY(std::abs(static_cast<double>((*read->weights)[i] - (*m_checkpoint.weights)[i])) <=
                        tolerance);
        }
    }
};

HARELOOM_TEST(LanguageReferenceTest)
#include "LanguageReferenceTest.moc"
