// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/StyleSheet.h"

#include "ui/theme/OkLab.h"

namespace hareloom::ui {

namespace {

const char* const kSheet = R"(
QMainWindow, QDialog { background: @window; }
QDialog { border: 1px solid @control; }
QMenuBar { background: @window; padding: 0 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover; }
QMenu { background: @raised; border: 1px solid @line; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 28px; border-radius: 4px; }
QMenu::item:selected { background: @accent; color: @onAccent; }
QMenu::item:disabled { color: @faint; background: transparent; }
QMenu::separator { height: 1px; background: @line; margin: 4px 8px; }
QToolTip { background: @raised; color: @text; border: 1px solid @line; padding: 4px; }
QPushButton, QToolButton, QComboBox, QLineEdit, QAbstractSpinBox {
    background: @raised; border: 1px solid @line; border-radius: 6px; padding: 0 10px; min-height: 30px; }
QComboBox, QLineEdit, QAbstractSpinBox { border-color: @control; }
QListWidget::indicator { width: 14px; height: 14px; }
QToolButton { padding: 0 6px; }
QPushButton:hover, QToolButton:hover, QComboBox:hover { background: @hover; }
QPushButton:pressed, QToolButton:pressed { background: @line; }
QPushButton:focus, QToolButton:focus, QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus {
    border: 2px solid @accent; padding: 0 9px; }
QToolButton:focus { padding: 0 5px; }
QToolButton#split { padding: 0 26px 0 10px; }
QToolButton#split:focus { padding: 0 25px 0 9px; }
QToolButton#split::menu-button { width: 20px; border-left: 1px solid @line; background: transparent; }
QPushButton#withMenu { padding-right: 24px; }
QPushButton#withMenu::menu-indicator { subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton#primary { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton#primary:disabled { background: @raised; color: @faint; border-color: @line; }
QPushButton#primary:hover { background: @accentHover; }
QPushButton#primary:focus { border: 3px double @onAccent; padding: 0 8px; min-height: 26px; }
QToolButton:checked { background: @tint; border-color: @accent; }
QToolButton#family { border: 2px solid transparent; background: transparent; padding: 4px 0; border-radius: 8px;
    min-height: 48px; color: @muted; }
QToolButton#family:hover { background: @hover; }
QToolButton#family:checked { background: @tint; color: @text; border-left: 3px solid @accent;
    border-top-left-radius: 0; border-bottom-left-radius: 0; }
QToolButton#family:focus { border: 2px solid @accent; }
QToolButton#quiet { min-height: 20px; padding: 0 8px; font-size: @smallText; background: @surface; }
QToolButton#quiet:hover { background: @hover; }
QFrame#popup { background: @raised; border: 1px solid @control; }
QListWidget { background: @surface; border: 1px solid @line; border-radius: 6px; padding: 2px; outline: none; }
QListWidget::item { padding: 4px 6px; border-radius: 4px; color: @text; }
QListWidget::item:selected { background: @tint; color: @text; border: 1px solid @accent; }
QTableView { background: @surface; alternate-background-color: @raised; gridline-color: @line; border: 1px solid @line;
    selection-background-color: @accent; selection-color: @onAccent; }
QTableView:focus, QListWidget:focus { border: 2px solid @accent; }
QHeaderView { background: @raised; }
QHeaderView::section { background: @raised; color: @text; border: none; border-right: 1px solid @line;
    border-bottom: 1px solid @line; padding: 4px 8px; }
QTabBar::tab { background: transparent; color: @muted; padding: 6px 14px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { border: 2px solid @accent; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/hareloom/icons/arrow-@scheme.svg); width: 12px; height: 12px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: @hover; }
QAbstractSpinBox::up-arrow { image: url(:/hareloom/icons/arrow-up-@scheme.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/hareloom/icons/arrow-@scheme.svg); width: 10px; height: 10px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid @muted; border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/hareloom/icons/check-@scheme.svg); }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QCheckBox:focus { border: 2px solid @accent; border-radius: 4px; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @line; selection-background-color: @accent;
    selection-color: @onAccent; outline: none; }
QComboBox QAbstractItemView::item { color: @text; min-height: 26px; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover { background: @accent; color: @onAccent; }
QLineEdit { background: @surface; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover { border: none; background: transparent; padding: 0; min-width: 0; min-height: 0; }
QLabel#muted, QLabel#caption { color: @muted; }
QTableView#differences { background: @surface; border: 1px solid @line; border-radius: 6px; }
QTableView#differences:focus { border: 2px solid @accent; }
QTableView#differences::item { border: none; padding: 0 8px; }
QTableView#differences::item:selected { background: @tint; color: @text; }
QTableView#differences QHeaderView, QTableView#differences QHeaderView::section { background: transparent; color: @muted;
    border: none; padding: 2px 4px; }
QLabel#problem { color: @danger; }
QFrame#messageBar { background: @dangerFill; border: 1px solid @danger; border-radius: 6px; }
QFrame#messageBar QLabel { color: @danger; }
QFrame#offerBar { background: @tint; border: 1px solid @accent; border-radius: 6px; }
QFrame#offerBar QToolButton { background: transparent; border: none; min-height: 22px; }
QFrame#offerBar QToolButton:focus { border: 2px solid @accent; }
QFrame#messageBar QLabel:focus { border: 1px solid @danger; border-radius: 4px; }
QScrollArea#sheet { border: 2px solid transparent; border-radius: 6px; }
QScrollArea#sheet:focus { border-color: @accent; }
QFrame#messageBar QToolButton { background: transparent; border: none; color: @danger; min-height: 22px; }
QFrame#messageBar QToolButton:focus { border: 2px solid @danger; }
QProgressBar { border: none; border-radius: 3px; background: @line; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QPlainTextEdit, QTextBrowser, QListWidget, QListView#checklist, QTableView { background: @surface; border: 1px solid @line; border-radius: 6px; padding: 2px;
    selection-background-color: @accent; selection-color: @onAccent; }
QPlainTextEdit:focus, QTextBrowser:focus, QListWidget:focus, QListView#checklist:focus, QTableView:focus { border: 2px solid @accent; padding: 1px; }
QListView#checklist::item:selected, QListView#checklist::item:hover { background: @tint; color: @text; }
QListView#checklist::item:disabled { color: @faint; }
QHeaderView::section { background: @raised; color: @muted; border: none; border-bottom: 1px solid @line; padding: 2px 6px; }
QTableView { gridline-color: @grid; }
QTableView#differences QHeaderView::section { padding: 2px 7px; }
QCheckBox { border: 2px solid transparent; border-radius: 6px; padding: 3px; }
QCheckBox:focus { border-color: @accent; }
QCheckBox::indicator, QListView#checklist::indicator { width: 14px; height: 14px; border: 1px solid @muted;
    border-radius: 3px; background: @surface; }
QCheckBox::indicator:checked, QListView#checklist::indicator:checked { background: @accent; border-color: @accent;
    image: url(:/hareloom/icons/check-@scheme.svg); }
QRadioButton { border: 2px solid transparent; border-radius: 6px; padding: 3px; }
QRadioButton:focus { border-color: @accent; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @muted; border-radius: 8px; background: @surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid @accent; background: @onAccent; }
QListView#checklist::indicator:disabled { border-color: @line; }
QListView#checklist::item { min-height: 22px; }
QSlider:focus { border: 2px solid @accent; border-radius: 6px; }
QFrame#drawer { background: @raised; border: 1px solid @line; border-radius: 8px; }
QWidget#drawerPage { background: @raised; }
QFrame#rule { background: @line; border: none; }
QToolButton#quiet { border: 2px solid transparent; background: transparent; padding: 0; min-height: 0; }
QToolButton#quiet:hover { background: @hover; }
QToolButton#quiet:focus { border: 2px solid @accent; }
QToolButton#story { border: 2px solid transparent; background: transparent; padding: 0; min-height: 0; font-size: 20px; }
QToolButton#story:hover { background: @hover; }
QToolButton#story:checked { background: @tint; }
QToolButton#story:focus { border: 2px solid @accent; }
QToolButton#story::menu-indicator { image: none; }
QToolButton#section { border: 2px solid transparent; background: transparent; padding: 0 2px; }
QToolButton#section:hover { background: @hover; }
QToolButton#section:focus { border: 2px solid @accent; }
QLabel#problem { color: @danger; }
QScrollBar:vertical { background: transparent; width: 10px; }
QScrollBar::handle:vertical { background: @control; border-radius: 5px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; }
QScrollBar::handle:horizontal { background: @control; border-radius: 5px; min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
)";

} // namespace

QList<QPair<QString, QColor>> styleTokens(const Theme& t)
{
    return {
        {"@window", t.window},
        {"@surface", t.surface},
        {"@raised", t.raised},
        {"@text", t.text},
        {"@muted", t.muted},
        {"@faint", mix(t.muted, t.raised, 0.4)},
        {"@line", t.line},
        {"@control", t.control},
        {"@hover", mix(t.raised, t.line, 0.5)},
        {"@tint", mix(t.raised, t.accent, 0.16)},
        {"@accentHover", mix(t.accent, t.text, 0.15)},
        {"@accent", t.accent},
        {"@onAccent", t.onAccent},
        {"@dangerFill", t.dangerFill},
        {"@danger", t.danger},
    };
}

QString styleSheet(const Theme& t)
{
    QString sheet = QString::fromLatin1(kSheet);
    for (const auto& [name, colour] : styleTokens(t))
        sheet.replace(name, colour.name());
    sheet.replace(QStringLiteral("@smallText"),
                  QStringLiteral("%1px").arg(themeFont(TextSize::Small).pixelSize()));
    return sheet.replace(QStringLiteral("@scheme"),
                         t.dark ? QStringLiteral("dark") : QStringLiteral("light"));
}

} // namespace hareloom::ui
