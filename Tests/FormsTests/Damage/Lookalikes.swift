/// Characters that OCR takes for one another.
enum Lookalikes {
  private static let groups: [String] = [
    "数敎效", "量置童", "质贡庹盾", "时吋肘旰", "效郊放", "指捐抬旨", "标杯析际", "目日且", "产户严", "出岀由", "益盖盆溢",
    "满蒲", "意竟愈章", "度庋渡", "成戊戍", "本木夲", "社杜祉", "会公仝", "生牛主", "态恣", "经轻径", "济挤齐", "可叮司",
    "持特恃", "续绩读", "影彭", "响晌", "服胆眼", "务努", "对时村", "象像", "年牛午", "项顶", "金全", "资货", "总怠",
    "预顸", "算箅", "三二王", "一二", "实买", "分份", "值直植", "得碍", "财则", "当肖",
  ]

  /// Characters that look like another.
  static func similar(to character: Character) -> [Character] {
    groups.filter { $0.contains(character) }.flatMap { Array($0) }.filter { $0 != character }
  }

  /// Characters that may turn up anywhere.
  static let any: [Character] = Array("口丨乂凵冂卜亻氵纟讠钅饣龙凤春秋山水木火土石田力刀工干士川")
}
