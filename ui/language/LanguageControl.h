// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QTranslator;
QT_END_NAMESPACE

namespace hareloom::ui {

/// Which language the program speaks: Qt's words, the window's and the engine's. Numbers and files stay as
/// they are. Remembers the choice in QSettings. One at a time; GUI thread.
class LanguageControl : public QObject
{
    Q_OBJECT
public:
    /// Reads the choice and applies it to the running application, before any word is made.
    explicit LanguageControl(QObject* parent = nullptr);
    ~LanguageControl() override;

    /// The code of the language that is spoken now.
    const QString& code() const { return m_code; }
    /// What was chosen; empty: the system's.
    static QString choice();
    /// A code of languages(), or empty for the system's. Words that were made before keep their language, so
    /// whoever shows some makes them anew.
    void choose(const QString& code);

Q_SIGNALS:
    void changed();

private:
    void speak(const QString& code);
    void add(std::unique_ptr<QTranslator> translator);

    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace hareloom::ui
