// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/address/QrDialog.h"

#include "ui/plot/QrPaint.h"
#include "ui/theme/Theme.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace hareloom::ui {

namespace {

constexpr double kShareOfScreen = 0.85; // of its height: a code is read at ten times its own width
constexpr int kLeastSide = 30 * kGrid;

class QrView : public QWidget
{
public:
    QrView(QString text, QWidget* parent) : QWidget(parent), m_text(std::move(text))
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        setMinimumSize(kLeastSide, kLeastSide);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintQr(painter, rect(), m_text);
    }

private:
    QString m_text;
};

} // namespace

QrDialog::QrDialog(const QString& address, const QString& what, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("Address as a QR code"));
    setObjectName(QStringLiteral("qr"));
    auto* heading = new QLabel(what, this);
    heading->setWordWrap(true);
    heading->setAlignment(Qt::AlignHCenter);
    auto* view = new QrView(address, this);
    view->setAccessibleName(tr("QR code of the address"));
    view->setAccessibleDescription(address);
    auto* text = new QPlainTextEdit(address, this);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setAccessibleName(tr("Address"));
    text->setFixedHeight(3 * text->fontMetrics().lineSpacing() + 2 * kGrid);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy address"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, 2 * kGrid);
    column->addWidget(heading);
    column->addWidget(view, 1);
    column->addWidget(text);
    column->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

void QrDialog::showEvent(QShowEvent* event)
{
    const QSize desk = screen()->availableSize();
    const int height = static_cast<int>(desk.height() * kShareOfScreen);
    if (!event->spontaneous())
        resize(std::min(height, desk.width() - 2 * kGrid), height);
    QDialog::showEvent(event);
}

} // namespace hareloom::ui
