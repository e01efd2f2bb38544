/// The parts of the page that are the same in every report.
enum ReviewResources {
  /// The scripts, in the order they run in.
  static let script =
    PackageResources.review_01_texts_js + PackageResources.review_02_data_js
    + PackageResources.review_03_form_js + PackageResources.review_04_source_js
    + PackageResources.review_05_list_js + PackageResources.review_06_corrections_js
    + PackageResources.review_07_findings_js + PackageResources.review_08_links_js
    + PackageResources.review_09_page_js
  static let style = PackageResources.review_css
  static let body = PackageResources.review_html
}
