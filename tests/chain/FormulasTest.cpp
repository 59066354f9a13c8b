// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prediction/Formulas.h"
#include "core/literature/Paper.h"
#include "core/prediction/Predictions.h"
#include "core/recipe/MetricAvailability.h"
#include "core/recipe/Presets.h"
#include "core/recipe/Variants.h"
#include "tests/TestProgram.h"
#include "tests/chain/Runs.h"
#include "tests/metrics/Close.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace hareloom;

namespace {

/// The value of a formula with numbers in it: + − · / ^ √ exp ln, brackets.
class Arithmetic
{
public:
    explicit Arithmetic(const std::string& text) : m_text(text) {}

    double value()
    {
        const double all = sum();
        skip();
        return m_at == m_text.size() ? all : std::nan("");
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && m_text[m_at] == ' ')
            ++m_at;
    }
    bool takes(std::string_view word)
    {
        skip();
        if (m_text.compare(m_at, word.size(), word) != 0)
            return false;
        m_at += word.size();
        return true;
    }
    double sum()
    {
        double all = product();
        for (;;)
            if (takes("+"))
                all += product();
            else if (takes("−"))
                all -= product();
            else
                return all;
    }
    double product()
    {
        double all = power();
        for (;;)
            if (takes("·"))
                all *= power();
            else if (takes("/"))
                all /= power();
            else
                return all;
    }
    double power()
    {
        const double base = atom();
        return takes("^") ? std::pow(base, atom()) : base;
    }
    double atom()
    {
        for (const auto& [word, function] : {std::pair<std::string_view, double (*)(double)>{"√", std::sqrt},
                                             {"exp", std::exp},
                                             {"ln", std::log}})
            if (takes(word))
                return function(atom());
        if (takes("(")) {
            const double inside = sum();
            return takes(")") ? inside : std::nan("");
        }
        skip();
        std::size_t used = 0;
        try {
            const double number = std::stod(m_text.substr(m_at), &used);
            m_at += used;
            return number;
        } catch (const std::exception&) {
            return std::nan("");
        }
    }

    std::string m_text;
    std::size_t m_at = 0;
};

std::string inFull(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.17g", value);
    return text;
}

bool isInChinese(std::string_view words)
{
    static const QJsonObject theory = [] {
        QFile file(QStringLiteral(HARELOOM_SOURCE_DIR "/resources/translations/words_zh_CN.json"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the words cannot be read");
        return QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("Theory")].toObject();
    }();
    return theory.contains(QString::fromStdString(std::string(words)));
}

/// What the numbers come to is what the curve has there.
void compare(const Experiment& variant, const std::string& metric, int generation)
{
    const auto formula = formulaAt(variant, metric, generation);
    const std::string where = variant.title + ", " + metric + ", generation " + std::to_string(generation);
    QVERIFY2(formula, where.c_str());
    const std::string numbers = numbersOf(*formula, inFull);
    QVERIFY2(numbers.find_first_of("{}") == std::string::npos, (where + ": " + numbers).c_str());
    const double value = Arithmetic(numbers).value();
    QVERIFY2(isClose(value, formula->value, 1e-9) || std::abs(value - formula->value) < 1e-12,
             (where + ": " + numbers + " = " + inFull(value) + ", not " + inFull(formula->value)).c_str());
    QVERIFY2(!formula->left.empty() && !formula->assumes.empty(), where.c_str());
    const bool isOurs = formula->source.find("docs/theory.md") != std::string_view::npos;
    QVERIFY2(isOurs || !papersNamedIn(formula->source).empty(), where.c_str());
    for (const FormulaTerm& term : formula->terms)
        QVERIFY2(isInChinese(term.meaning), std::string(term.meaning).c_str());
    QVERIFY2(isInChinese(formula->assumes) && isInChinese(formula->source), where.c_str());
}

} // namespace

class FormulasTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void arithmeticCounts()
    {
        QCOMPARE(Arithmetic("1 + 2·3^2 − (4 − 1)/3").value(), 18.0);
        QCOMPARE(Arithmetic("√(16) · exp(0) − ln(1) − (-2)").value(), 6.0);
        QVERIFY(std::isnan(Arithmetic("1 + {M}").value()) && std::isnan(Arithmetic("(1").value()));
    }

    void everyCurveOfAPresetCanBeOpened_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const Preset& preset : presets())
            QTest::newRow(std::string(preset.id).c_str())
                << QByteArray::fromStdString(std::string(preset.id));
    }
    void everyCurveOfAPresetCanBeOpened()
    {
        QFETCH(QByteArray, id);
        const auto variants = expandVariants(*loadPreset(id.toStdString()));
        for (Experiment variant : *variants) {
            variant.generations = std::min<std::int64_t>(variant.generations, 12); // ancestry takes long
            for (const std::string& metric : availableMetrics(variant))
                if (const auto curve = predict(variant, metric))
                    for (const int g : {0, 1, static_cast<int>(curve->values.size()) - 1})
                        if (g < std::ssize(curve->values))
                            compare(variant, metric, g);
        }
    }

    // What no preset has: biased fits, several variables, several kinds of anchors and their weights,
    // sizes that change, lines with an intercept that accumulate.
    void everyOtherCurveToo_data()
    {
        QTest::addColumn<int>("nothing");
        for (
            const char* json :
            {R"({"family": "gaussian", "model": {"estimator": "biased"}, "policy": {"lambda": 0.9}, "generations": 9})",
             R"({"family": "gaussian", "source": {"mean": [0, 0], "covariance": [[1, 0], [0, 2]]}, "model": {"estimator": "biased"}, "policy": {"lambda": 0.5}, "generations": 9})",
             R"({"family": "gaussian", "policy": {"realShare": 0.2, "freshShare": 0.1, "lambda": 0.9}, "generations": 9})",
             R"({"family": "gaussian", "policy": {"realShare": 0.2, "freshShare": 0.1, "realWeight": 0.5, "lambda": 0.9}, "generations": 9})",
             R"({"family": "gaussian", "model": {"estimator": "biased"}, "policy": {"freshShare": 0.1, "realWeight": 0.5}, "generations": 9})",
             R"({"family": "regression", "source": {"kind": "linear", "inputs": 2, "coefficients": [], "noise": 1}, "model": {"noise": "fixed", "noiseValue": 0.5}, "policy": {"pool": "all", "lambda": 0.9}, "generations": 9})",
             R"({"family": "regression", "source": {"kind": "linear", "inputs": 2, "coefficients": [], "noise": 1}, "policy": {"lambda": 0.9}, "samples": {"schedule": "linear"}, "generations": 9})",
             R"({"family": "gaussian", "model": {"estimator": "biased"}, "policy": {"freshShare": 0.1}, "samples": {"schedule": "linear"}, "generations": 9})",
             R"({"family": "gaussian", "model": {"estimator": "biased"}, "policy": {"pool": "all", "subsample": 60, "lambda": 1.1}, "generations": 9})",
             R"({"family": "gaussian", "source": {"kind": "faithful"}, "samples": {"size": 0}, "generations": 9})",
             R"({"family": "kde", "model": {"bandwidth": "fixed", "bandwidthValue": 0.3}, "generations": 9})",
             R"({"family": "kde", "model": {"bandwidth": "silverman"}, "generations": 9})",
             R"({"family": "mixture", "model": {"regularisationKind": "added", "regularisation": 0.01}, "generations": 9})",
             R"({"family": "discrete", "source": {"kind": "zipf", "states": 20}, "policy": {"realShare": 0.2, "freshShare": 0.1}, "evaluation": {"metrics": []}, "generations": 9})",
             R"({"family": "discrete", "source": {"kind": "zipf", "states": 20}, "samples": {"schedule": "linear"}, "evaluation": {"metrics": []}, "generations": 9})"})
            QTest::newRow(json) << 0;
    }
    void everyOtherCurveToo()
    {
        const Experiment experiment = experimentOf(QTest::currentDataTag());
        int curves = 0;
        for (const std::string& metric : availableMetrics(experiment))
            if (predict(experiment, metric)) {
                ++curves;
                for (const int g : {0, 1, 5, 9})
                    compare(experiment, metric, g);
            }
        QVERIFY(curves > 0);
    }

    void whatHasNoCurveHasNoFormula()
    {
        const Experiment experiment = experimentOf(R"({"family": "gaussian", "generations": 5})");
        QVERIFY(!formulaAt(experiment, "tailMass", 1));
        QVERIFY(!formulaAt(experiment, "variance", 6) && !formulaAt(experiment, "variance", -1));
        QVERIFY(formulaAt(experiment, "variance", 5));
    }

    void itIsWrittenWithSymbolsAndWithNumbers()
    {
        const Experiment experiment = experimentOf(
            R"({"family": "discrete", "source": {"kind": "categories", "weights": [1, 1]}, "evaluation": {"metrics": []}})");
        const auto formula = formulaAt(experiment, "heterozygosity", 0);
        QVERIFY(formula && formula->exact);
        QCOMPARE(QString::fromStdString(symbolsOf(*formula)), QStringLiteral("H(g−1) · (1 − 1/M(g))"));
        const auto numbered = [](double value) { return QString::number(value).toStdString(); };
        QCOMPARE(QString::fromStdString(numbersOf(*formula, numbered)), QStringLiteral("0.5 · (1 − 1/100)"));
        QVERIFY(isClose(formula->value, 0.495));
    }
};

HARELOOM_TEST(FormulasTest)
#include "FormulasTest.moc"
