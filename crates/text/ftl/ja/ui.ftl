### ページそのもの：ボタン、ラベル、見出し、ヘルプ。`.everyday` は同じ画面を「日常」の見方で見たときの言葉。

## 上部のバー

ui-title = AuroraScope － 書き込みが6つのうち4つのコピーに届く様子を見る
ui-skip = 図へ移動
ui-scenario = シナリオ：
ui-lens = 見方
ui-lens-engineer = エンジニア
ui-lens-everyday = 日常
ui-language = 言語
ui-theme = 配色
ui-theme-system = システムに合わせる
ui-theme-light = 明るい
ui-theme-dark = 暗い
ui-theme-contrast = ハイコントラスト
ui-help = ヘルプ
ui-close = 閉じる
ui-dismiss = 閉じる

## シナリオのメニュー

ui-scenarios = シナリオ
ui-chapters = チャプター
ui-chapter-missing = チャプターを読み込めませんでした。実行はそのまま続きます。あとでもう一度お試しください。
ui-chapter = { $number } · { $name }
ui-chapter-storage-and-quorum = ストレージとクォーラム
ui-chapter-storage-node = ストレージノードの仕組み
ui-chapter-commit-points = コミットポイントとクラッシュリカバリ
ui-chapter-reads = 読み取りとレプリカ
ui-chapter-endpoints = エンドポイント
ui-chapter-failover = フェイルオーバー
ui-chapter-membership = 修復とメンバーシップ
ui-chapter-global = グローバルデータベース
ui-chapter-mirrored = ミラーリングしたMySQLとの比較
ui-chapter-myths = 神話
ui-scenario-storage-and-quorum = ストレージとクォーラム
ui-scenario-storage-and-quorum-about = 書き込みが3つのゾーンの6つのコピーへ送られ、4つ目の確認応答でコミットします。
ui-scenario-first-write = 最初の書き込み
ui-scenario-first-write-about = 空のボリュームへの書き込み1件。そのあとに軽い負荷が続きます。
ui-scenario-zone-down = ゾーンの停止
ui-scenario-zone-down-about = 1つのゾーンが切り離されますが、残る4つのコピーで書き込みは続きます。
ui-scenario-az-plus-one = ゾーンともう1つのコピー
ui-scenario-az-plus-one-about = 残るコピーは3つ。書き込みクォーラムは成立しませんが、何も失われず、すべて読み取れます。
ui-scenario-two-zones-down = 2つのゾーンの停止
ui-scenario-two-zones-down-about = 残るコピーは2つ。書き込みは待ち、ゾーンが戻ると再開します。
ui-scenario-slow-copies = 遅いコピー
ui-scenario-slow-copies-about = 2つのコピーの応答が遅れますが、ゾーンが1つ欠けるまではだれも待たされません。
ui-scenario-vcl-is-not-min-pgcl = VCLは最小のPGCLではない
ui-scenario-vcl-is-not-min-pgcl-about = 1つのプロテクショングループが滞るとボリューム全体も滞ります。もう1つのグループは先へ進みます。
ui-scenario-hole-and-gossip = 欠落とゴシップ
ui-scenario-hole-and-gossip-about = ログの一部を取りこぼしたコピーが、仲間のコピーから補います。
ui-scenario-crash-and-recovery = クラッシュとリカバリ
ui-scenario-crash-and-recovery-about = ライターがクラッシュし、リカバリ中にもう一度クラッシュし、最後は別のライターに交代します。
ui-scenario-back-pressure = バックプレッシャー
ui-scenario-back-pressure-about = ログがVDLより先に進める幅には限りがあり、それを超える新しい書き込みは待たされます。
ui-scenario-lossy-network = 不安定なネットワーク
ui-scenario-lossy-network-about = メッセージの5つに1つが失われても、応答した書き込みは1つも失われません。
ui-scenario-growth = 成長するボリューム
ui-scenario-growth-about = どのページもいっぱいになるとプロテクショングループが1つ増え、いまある行はそのまま動きません。
ui-scenario-busy = 忙しいクラスター
ui-scenario-busy-about = 何百ものメッセージが同時に行き交います。
ui-scenario-crowd = 大混雑
ui-scenario-crowd-about = 何千ものメッセージが同時に行き交います。
ui-scenario-cluster = 働くクラスター
ui-scenario-cluster-about = トランザクションを使うクライアント。ライターが落ちて優先度0のリーダーが引き継ぎ、その後すべてのインスタンスにパッチを当てます。
ui-scenario-rotation = リージョンの交替
ui-scenario-rotation-about = ヘッドレスのセカンダリーを持つグローバルデータベース。シンガポールがプライマリになり、また東京に戻ります。何も失われません。
ui-scenario-region-outage = リージョンの停止
ui-scenario-region-outage-about = アイルランドは0.7秒遅れで引き継ぎます。届いていなかった分は失われ、古いボリュームのスナップショットに残ります。
ui-scenario-volume = 128TiBのボリューム
ui-scenario-volume-about = プロテクショングループは13,108個、コピーは6つずつ。すべてを1枚の地図で見ます。
ui-scenario-own = { $name }
ui-open-file = シナリオファイルを開く…
ui-restart = 最初からやり直す
ui-new-seed = 別のシードで最初から
ui-seed = シード { $seed }

## 図

ui-stage = 図
    .everyday = 図
ui-stage-described = 図の説明文
ui-clients = クライアント
    .everyday = お客さま
ui-you = あなた
ui-client-number = { $number }
ui-zone = アベイラビリティーゾーン{ $zone }
    .everyday = { $zone }棟
ui-zone-short = AZ { $zone }
    .everyday = { $zone }棟
ui-zone-cut = 切り離し中
    .everyday = 立ち入り不可
ui-hop = { SHORT($shortest) }～{ SHORT($longest) }
ui-writer = ライター
    .everyday = 店長
ui-copy = コピー
    .everyday = 金庫
ui-ring-count = { $confirmed }
ui-ring-of =
    { $over ->
        [yes] 必要数{ $needed }
       *[no] / { $needed }
    }
ui-queue = { $waiting }件待機中
    .everyday = まだ安全でない書類{ $waiting }件
ui-queue-held = { $waiting }件待機中、{ $held }件保留中
    .everyday = まだ安全でない書類{ $waiting }件、レジで足止め{ $held }件
ui-link = ライターとコピー{ $copy }の間の経路
    .everyday = 店長と金庫{ $copy }の間の道
ui-group = PG { $group }
    .everyday = 第{ $group }組
ui-scl = SCL { $scl }
    .everyday =
        { NUMBER($scl) ->
            [0] 0
           *[other] 1～{ $scl }
        }
ui-lsn = { $lsn }

## 目盛り

ui-ruler = ライターから見たログ
    .everyday = 店長から見た用紙の列
ui-ruler-lost = クラッシュ時のログ（各ポイントを知る者は今いません）
    .everyday = 店長が倒れたときの用紙の列（印を知る者は今いません）
ui-vdl = VDL
    .everyday = 安全
ui-vcl = VCL
    .everyday = 4台に保管
ui-pgcl = PGCL { $group }
    .everyday = 第{ $group }組
ui-commit-here = T{ $txn }のコミット位置
    .everyday = 書類{ $txn }の終わり
ui-group-read-write = PG { $group }：読み書き可能
    .everyday = 第{ $group }組：閲覧も追加も可能
ui-group-read-only = PG { $group }：読み取りのみ
    .everyday = 第{ $group }組：閲覧のみ
ui-group-unavailable = PG { $group }：利用不可
    .everyday = 第{ $group }組：手が届かない
ui-volume = ボリュームの全グループ
    .everyday = 金庫の全組
ui-volume-choose = プロテクショングループを選ぶ
    .everyday = 組を選ぶ
ui-volume-read-write = 読み書き可能：{ $count }
    .everyday = 閲覧も追加も可能：{ $count }
ui-volume-read-only = 読み取りのみ：{ $count }
    .everyday = 閲覧のみ：{ $count }
ui-volume-unavailable = 利用不可：{ $count }
    .everyday = 手が届かない：{ $count }
ui-volume-hint = 明るいマスほど、最近書き込まれたグループです。
    .everyday = 明るいマスほど、最近書類が加わった組です。

## 横のパネル

ui-panel = いまの様子
ui-hint = まずは下の「書き込む」を押して、自分のレコードがコピーに届くまでを追ってみましょう。次にゾーンの名前を選んで、切り離してみてください。
    .everyday = まずは下の「書き込む」を押して、自分の用紙が金庫に届くまでを追ってみましょう。次に棟の名前を選んで、閉ざしてみてください。
ui-hint-chapter = 順を追って案内を受けることもできます：
ui-why-nothing = 待っているものはありません
ui-why-nothing-about = 求められたコミットにはすべて応答しました。待つコミットが出ると、その理由をここで一歩ずつ示します。
    .everyday = 預かった書類はすべて安全です。待つ書類が出ると、その理由をここで一歩ずつ示します。
ui-ask = 自分で頼んでみる
ui-key = キー
    .everyday = 見出し
ui-value = 値
    .everyday = 内容
ui-put = 書き込む
ui-get = 読み取る
# $number of the reader
ui-get-from = リーダー{ $number }で読む
    .everyday = 閲覧室{ $number }で読む
# $pages number
ui-reader-cache = キャッシュのページ：{ $pages }
    .everyday = 棚のバインダー：{ $pages }冊
# $applied and $ignored numbers
ui-reader-records = 適用したレコード：{ $applied }、捨てたもの：{ $ignored }
    .everyday = 綴じた用紙：{ $applied }、捨てたもの：{ $ignored }
ui-broken = いま起きている障害
ui-mend = 直す
ui-fact = { $id }

## 言葉のログ

ui-log = できごと
ui-verbosity = 読み上げる量
ui-verbosity-1 = 主なものだけ
ui-verbosity-2 = 多め
ui-verbosity-3 = すべて
ui-log-waits = 行を読んでいる間、一覧は止まっています。End で最新の行へ。
ui-at = { $time }
ui-flood = この数秒で{ $events }件のイベントがありました。一時停止すると一つずつ聞けます。

## 時間

ui-transport = 時間
ui-play = 再生
ui-pause = 一時停止
ui-step = 次のイベントへ
ui-step-back = 前のイベントへ
ui-clock = シミュレーション時刻
ui-timeline = タイムライン
ui-lane-commits = コミット
    .everyday = 安全
ui-lane-messages = メッセージ
    .everyday = 配達
ui-lane-faults = 障害
ui-speed = 速度
ui-lagging = この端末で出せる最高速度
ui-under-way = 進行中：{ $percent }%
ui-until = 次まで進める…
ui-until-commit = 次のコミット
    .everyday = 次の書類が安全になる
ui-until-fault = 次の障害
ui-until-quorum-lost = 書き込みクォーラムの喪失
    .everyday = 金庫が足りなくなり書き足せなくなる
ui-until-vdl = VDLの前進
    .everyday = 安全な用紙が増える

## お知らせ

ui-file-place = { $line }行{ $column }列：
ui-bad-play = アドレスの play={ $value } は使えません。指定できるのは0か1です。いつもどおり時間を進めます。
ui-done = 完了しました。
ui-opened = シナリオを開きました。
ui-file-refused = シナリオとして開けないファイルです。いまの実行はそのまま続きます。
ui-file-too-large = シナリオとしては大きすぎるファイルです。いまの実行はそのまま続きます。
ui-file-not-read = ブラウザーがファイルを読み取れませんでした。いまの実行はそのまま続きます。

## ヘルプ

ui-help-about = クライアントが行を書き込むと、ライターはそれをログレコードにして、3つのアベイラビリティーゾーンにある6つのコピーへ送ります。コミットが応答されるのは、そこまでのすべてのレコードが6つのうち4つのコピーにそろったときです。図の中のものを選ぶと、その状態を見たり、停止、切り離し、低速化、再起動をしたりできます。ここで何をしても、取り返しのつかないことにはなりません。
    .everyday = お客さまが大切な書類に書き足すことを持ってきます。店長はそれを番号つきの用紙に書き、どの用紙も3つの棟にある6台の金庫にしまってもらいます。署名までのすべての用紙が6台のうち4台に入ったら、お客さまに「安全です」と伝えます。図の中のものを選ぶと、様子を見たり、壊したり直したりできます。ここで何をしても、取り返しのつかないことにはなりません。
ui-help-shapes = 行き交うもの
    .everyday = 道を行く人たち
ui-help-keys = キー操作
ui-shape-ask = リクエスト、またはその応答
ui-shape-write = ログレコード（ライターからコピーへ）
    .everyday = 新しい用紙（店長から金庫へ）
ui-shape-ack = 確認応答：「ここまですべて保存しました」
    .everyday = 番人の預かり証：「ここまでの用紙はすべてあります」
ui-shape-gossip = 2つのコピーがどこまでそろっているかを比べるゴシップ
    .everyday = 番人どうしの照合
ui-shape-fill = 欠けていたレコード（コピーからコピーへ）
    .everyday = 欠けていた用紙（番人から番人へ）
ui-shape-page = 読み取られるページ
    .everyday = 閲覧されるバインダー
ui-shape-redo = ライターからリーダーへのredoストリーム
    .everyday = 店長から閲覧室への写し
ui-shape-lost = 途中で失われたもの
ui-shortcuts = 1文字のキーをショートカットとして使う
ui-key-play = 再生または一時停止
ui-key-step = 次のイベントへ
ui-key-step-back = 前のイベントへ
ui-key-speed = 速く、遅く
ui-key-chapter = チャプターの次のステップ、前のステップ
ui-key-arrows = 図の中を移動（図の中のものにフォーカスがあるとき）
ui-key-enter = フォーカスのあるものの状態と、できる操作を表示
ui-key-log = できごとの行から行へ移動（行にフォーカスがあるとき）
ui-key-escape = 選択を解除
ui-key-lens = もう一方の見方に切り替え
ui-key-help = このヘルプ

## フッター

ui-not-affiliated = AuroraScopeは独立した学習用モデルです。Amazon Web Servicesとは関係ありません。
ui-licence = フリーソフトウェア：MITまたはApache-2.0
ui-language-missing = { $language }を読み込めなかったため、表示言語はそのままです。しばらくしてからもう一度{ $language }を選んでください。

## A transaction of several rows

ui-begin = トランザクションを始める
    .everyday = 書類を作り始める
ui-transaction = トランザクション
    .everyday = 書類
ui-transaction-about = 「書き込む」と「読み取る」は、これに文を加えます。終わり方を選ぶと、まとめて送ります。
    .everyday = 書くこと、調べることがここに並びます。終わり方を選ぶと、まとめて渡します。
ui-between = 文と文の間
    .everyday = 行と行の間
ui-between-none = 間なし
ui-between-short = 0.1秒
ui-between-second = 1秒
ui-between-long = 10秒
ui-commit = コミット
    .everyday = 署名する
ui-roll-back = ロールバック
    .everyday = 取り下げる
ui-discard = 破棄
