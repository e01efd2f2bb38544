"use strict";
// What the page says, in English and in Chinese.
const TEXTS = {
  title: ["Review of performance forms", "绩效表核对"],
  skip: ["Skip to the form", "跳到表格"],
  list: ["Forms", "表单列表"],
  help: ["Help", "帮助"],
  onlyOpen: ["Only forms that need a look", "只看需要核对的表"],
  onlyUnsigned: ["Only forms not yet signed off", "只看尚未核完的表"],
  search: ["Search names, units, values", "搜索项目、单位、内容"],
  shown: ["{n} of {all} forms", "显示 {n} / 共 {all} 张表"],
  counts: ["{d} documents · {f} forms", "{d} 份文件 · {f} 张表"],
  needLook: ["{n} need a look", "{n} 张需要核对"],
  signed: ["{n} signed off", "{n} 张已核完"],
  sign: ["Signed off", "已核完"],
  error: ["error", "错误"], warning: ["warning", "警告"], repair: ["repair", "修复"], note: ["note", "说明"],
  errors: ["errors", "错误"], warnings: ["warnings", "警告"], repairs: ["repairs", "修复"], notes: ["notes", "说明"],
  unnamed: ["(no project name)", "（无项目名称）"],
  unreadable: ["could not be read", "无法读取"],
  noForm: ["no form found", "没有找到表"],
  formOf: ["Form {n} of {all} in {file}", "{file} 的第 {n} 张表，共 {all} 张"],
  previous: ["Previous form (p)", "上一张表（p）"],
  next: ["Next form (n)", "下一张表（n）"],
  findings: ["To look at", "需要注意"],
  findingsNone: ["Nothing to report about this form.", "此表没有需要注意的地方。"],
  findingsHidden: ["Nothing of the chosen kinds.", "所选类别中没有内容。"],
  why: ["What this means", "这是什么意思"],
  printed: ["printed", "印出"], computed: ["computed", "算得"],
  before: ["in the source", "原文"], after: ["read as", "读作"],
  others: ["could also be", "也可能是"],
  asRead: ["The form as read", "识别结果"],
  source: ["The source", "原文"],
  showForm: ["As read", "识别结果"],
  showSource: ["Source", "原文"],
  empty: ["empty", "空"],
  absent: ["not found on the page", "原文中未见"],
  unplaced: ["Texts without a place", "未归位的文字"],
  unplacedHint: ["In the form's cells, but in none of its fields.", "在表格中，但不属于任何栏目。"],
  more: ["Other values", "其他内容"],
  furtherTable: ["Other table", "其他表"],
  carried: ["Carried from the original layout", "随表保留的原表内容"],
  line: ["line {n}", "第 {n} 行"],
  address: ["line {l}, cell {a}", "第 {l} 行，{a} 格"],
  table: ["table {n}", "表格 {n}"],
  row: ["Indicator {n}", "指标 {n}"],
  rowInSource: ["its row", "所在行"],
  suggestions: ["Perhaps:", "可能是："],
  correct: ["Correct (e)", "改正（e）"],
  corrected: ["corrected", "已改正"],
  correctedBy: ["Corrected by {who}: {why}", "{who} 改正：{why}"],
  somebody: ["a reviewer", "核对人"],
  noReason: ["no reason given", "未写原因"],
  notInSource: ["not linked to a cell of the source", "没有对应的原文格"],
  showInSource: ["Show in the source", "看原文"],
  usedFor: ["Used for", "用于"],
  notUsed: ["Not the source of any value (a label, a caption or an empty cell).", "没有对应的值（标签、栏目名或空格）。"],
  unit: ["Unit: ", "单位："],
  editTitle: ["Correct a value", "改正"],
  value: ["Value", "栏目"],
  was: ["As read", "原值"],
  is: ["Should be", "应为"],
  take: ["Take away: it belongs to no field", "删去：不属于任何栏目"],
  reason: ["Reason", "原因"],
  name: ["Your name", "核对人"],
  save: ["Save", "保存"], cancel: ["Cancel", "取消"], undo: ["Undo this correction", "撤销此改正"],
  forRows: ["For", "适用于"],
  allRows: ["all {n} indicators of this group", "这一组的全部 {n} 个指标"],
  checked: ["ticked", "勾选"], unchecked: ["not ticked", "不勾选"],
  yearIs: ["A year is a whole number.", "年度应为整数。"],
  correctionsButton: ["Corrections: {n}", "改正 {n} 处"],
  correctionsTitle: ["Corrections", "改正清单"],
  correctionsNone: ["No corrections yet. Select a value and press e, or double-click it.", "还没有改正。选中一个值后按 e，或双击它。"],
  correctionsHint: ["Save the list, then run: formconvert convert --corrections corrections.tsv …", "下载清单后运行：formconvert convert --corrections corrections.tsv …"],
  exportList: ["Download corrections.tsv", "下载 corrections.tsv"],
  copy: ["Copy", "复制"], copied: ["Copied", "已复制"],
  close: ["Close", "关闭"],
  remove: ["Remove", "删去"],
  applied: ["applied", "已采用"],
  pendingMark: ["not yet applied", "尚未采用"],
  staleMark: ["the value has changed since; not exported", "原值已变，不导出"],
  noStorage: ["This browser keeps nothing for this page: download the corrections before you close it.", "浏览器不能保存本页的数据：关闭前请先下载改正清单。"],
  sumsLater: ["Sums are checked again when formconvert runs with the list.", "用清单重新运行 formconvert 时会再次核对合计。"],
  who: ["Who", "核对人"], whyColumn: ["Why", "原因"], where: ["Where", "位置"],
  restRows: ["Show the other {n} rows", "显示其余 {n} 行"],
  themeLight: ["Light", "浅色"], themeDark: ["Dark", "深色"], themeAuto: ["Auto", "自动"],
  themeTitle: ["Colours: {x}", "配色：{x}"],
  helpKeys: ["Keys", "快捷键"],
  helpList: [[
    ["j ↓ / k ↑", "next / previous finding"], ["n / p", "next / previous form"],
    ["e", "correct the selected value"], ["s", "sign the form off, or take that back"],
    ["f", "only forms that need a look"], ["/", "search"], ["Esc", "deselect, close"], ["?", "this help"],
  ], [
    ["j ↓ / k ↑", "下一处 / 上一处"], ["n / p", "下一张表 / 上一张表"],
    ["e", "改正选中的值"], ["s", "标记此表已核完，或取消"],
    ["f", "只看需要核对的表"], ["/", "搜索"], ["Esc", "取消选中、关闭"], ["?", "本帮助"],
  ]],
  helpText: [
    "Left: the form as it was read. Right: the cells it was read from. Point at a value or a cell to see its counterpart; click to keep it. Coloured edges mark errors, warnings and repairs; the list above says what they are.",
    "左边是识别出的表，右边是它的原文。指向一个值或一个格，就能看到对应的另一边；点击可固定。彩色边线标出错误、警告和修复，上方的清单说明是什么。"],
  pages: ["Nothing leaves this page: it has no network access. Corrections stay in this browser until you download them.",
    "本页不联网，任何内容都不会传出。改正保存在本浏览器中，直到您下载清单。"],
  noMatch: ["No form matches.", "没有符合条件的表。"],
};

const LANGUAGES = ["en", "zh"];
let language = 0;

// A text of the page in the chosen language, with values put in for the names in braces.
function t(key, values) {
  return fill(TEXTS[key][language], values || {});
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

// A pair of texts, English first, as the data has it.
function localized(pair) {
  return pair[language];
}

// An element with properties, attributes (`a-…` by setAttribute) and children.
function make(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// Puts children into an element in place of those it has.
function put(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
}

const find = (id) => document.getElementById(id);
