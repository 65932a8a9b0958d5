# 実行の結果：成り立たなかった期待と、コマンドラインが述べること。ページでは使わない。

## 満たされなかった期待

expectation-failed = { $when }：{ $what }が期待と違います（期待：{ $wanted }、実際：{ $found }）。

when-at = { $at }の時点
when-within = { $from }から{ $to }までのいずれかの時点
when-before = { $to }までのいずれかの時点
when-after = { $from }以降のいずれかの時点
when-throughout = { $from }から{ $to }までの間ずっと（{ $at }に確認）

what-commits-acknowledged = 応答済みコミットの数
what-commits-waiting = 待機中コミットの数
what-commits-held = 保留中の書き込みの数
what-commits-lost = 失われた行の数
what-vcl = VCL
what-vdl = VDL
what-allocated = 割り当て済みの最大のLSN
what-pgcl = グループ{ $group }のPGCL
what-newest = グループ{ $group }の最新レコード
what-scl = グループ{ $group }のコピー{ $copy }のSCL
what-ability = グループ{ $group }にできること
what-copy = コピー{ $copy }
what-copy-of-group = グループ{ $group }のコピー{ $copy }
what-zone = ゾーン{ $zone }
what-row = 行{ $key }
what-events = 「{ $name }」イベントの数

compare-exactly = { $value }
compare-at-least = { $value }以上
compare-at-most = { $value }以下
compare-above = { $value }より大
compare-below = { $value }より小
level-of-point = { $what }（{ $lsn }）

is-number = { $number }
is-lsn = { $lsn }
is-read-write = 読み書き可能
is-read-only = 読み取りのみ可能
is-unavailable = 何もできない
is-up = 稼働中
is-stopped = 停止中
is-partly-stopped = 一部のグループで停止中
is-cut = 切り離し中
is-open = 到達可能
is-value = 「{ $value }」
is-no-row = 行なし
what-primary = プライマリリージョン
what-global-endpoint = グローバルライターエンドポイントの接続先
what-region = { $region }
what-lag = { $region }の{ $measure }ラグ（ミリ秒）
what-row-of = { $region }の行{ $key }
what-snapshot = { $region }のスナップショットの行{ $key }
what-commits-of = { $region }が応答したコミットの数
what-change = 最新のプライマリ変更
what-change-to = 新しいプライマリ
what-change-lost = 最新の変更で失われたコミットの数
what-change-felt = 最新の変更でコミットのなかったミリ秒数
what-split-brain = 両方とも書き込むリージョンの組の数
is-none = なし
is-writable = 書き込み可
is-closed = 書き込み不可
is-held = コミット待機中
is-readable = 読み取り可
is-headless = インスタンスなし
is-rebuilding = 新しいボリュームを構築中
is-replaced = 置き換え待ち
is-dark = 停止中
is-absent = クラスターなし
is-unreadable = いまは読めない

## コマンドラインの言葉

run-passed = { $name }は合格です。{ $expectations ->
        [0] 期待は書かれていません
       *[other] { $expectations }件の期待をすべて満たしました
    }。不変条件の違反もありません。{ $until }の間に、イベント{ $events }件、応答したコミット{ $commits }件、応答した読み取り{ $reads }件。ダイジェストは{ $digest }です。
run-failed = { $name }は不合格です。{ $expectations }件の期待のうち{ $failures }件を満たさず、不変条件の違反が{ $violations }回ありました。ダイジェストは{ $digest }です。
soak-repeat = 再現するには：{ $command }
failover-outage = { $runs }回の実行、のべ{ $clients }クライアントの停止時間：中央値{ SHORT($median) }、95パーセンタイル{ SHORT($high) }、最長{ SHORT($longest) }。
failover-bounds = 許容範囲は順に{ SHORT($median) }、{ SHORT($high) }、{ SHORT($longest) }までです。
failover-parts = 内訳の中央値：障害検知と昇格先の決定{ SHORT($chosen) }、ボリュームのオープン{ SHORT($opened) }、名前の切り替え{ SHORT($named) }、クライアントへの応答{ SHORT($back) }。
quorum-read-write = 読み書き可能：稼働中は6つのうち{ $count }つ（{ COPIES($up) }）。書き込みには{ $write }つ、読み取りには{ $read }つ必要です。
quorum-read-only = 読み取りのみ可能：稼働中は6つのうち{ $count }つ（{ COPIES($up) }）。書き込みには{ $write }つ、読み取りには{ $read }つ必要です。もう1つ復帰するまで書き込みは待ちます。
quorum-unavailable = 読み書き不可：稼働中は6つのうち{ $count }つ（{ COPIES($up) }）。書き込みには{ $write }つ、読み取りには{ $read }つ必要です。
quorum-map = 行と列は稼働中のコピー。W：読み書き可能、r：読み取りのみ可能、·：どちらも不可。
    { $all }通りの状態のうち、書き込み可能は{ $writable }、読み取り可能は{ $readable }、読み取りのみ可能は{ $read-only }です。

global-cost = { $kind }、遅れ{ SHORT($lag) }：クライアントの待ち時間は中央値{ SHORT($median) }、最長{ SHORT($longest) }。失われたコミットは最大{ SHORT($gone) }分、{ $lost }件。
global-switchover = スイッチオーバー
global-failover = マネージドフェイルオーバー
global-detach = 手動のデタッチと昇格
global-holds = 期待どおり：{ $relation }
global-fails = 期待と異なる：{ $relation }
global-planned-loses-nothing = スイッチオーバーは何も失わない（G-20）。
global-planned-grows = スイッチオーバーは遅れが大きいほど長くかかる（G-24）。
global-loss-within-lag = 計画外で失うのは遅れの分まで（G-31、G-39）。
global-loss-grows = 計画外では遅れが大きいほど多く失う（G-24）。
global-failover-waits-for-nobody = マネージドフェイルオーバーは遅れにかかわらず誰も待たない（G-34）。
