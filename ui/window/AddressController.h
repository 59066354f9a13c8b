// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/address/AddressedExperiment.h"
#include "ui/session/LabSession.h"

#include <optional>

namespace hareloom::ui {

struct Actions;
class ComparisonController;
class FileController;
class GenerationCursor;
class PresenterController;
class ViewController;

/// Opens addresses: says what one would do, asks, puts its experiment on the bench, and leads to its moment
/// as soon as the run has come that far. GUI thread.
class AddressController : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        LabSession& session;
        FileController& files;
        GenerationCursor& cursor;
        ViewController& view;
        ComparisonController& comparison;
        PresenterController& presenter;
        QWidget& window;
    };

    /// All outlive this.
    AddressController(const Parts& parts, const Actions& actions);

    /// Asks; what is no address is said.
    void open(const QString& text);

Q_SIGNALS:
    void said(const QString& sentence);
    /// The user wants it run.
    void runRequested();

private:
    void askForAddress();
    void put(const Address& address, const Experiment& experiment, bool runs);
    void lookAt(const Address& address, const Experiment& experiment);
    void follow();
    bool hasMode();
    bool hasGeneration();

    Parts m_parts;
    std::optional<Address> m_goal; // what is not reached yet of where the address leads
};

} // namespace hareloom::ui
