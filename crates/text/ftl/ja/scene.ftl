# 図を言葉で：それぞれが何をしているか、詳細表示、理由、読み上げ用の説明、セッションからの知らせ。
# 値はエンジニア向け、.everyday は events.ftl のたとえ（店長、金庫、棟、組、用紙、バインダー、預かり証、書類、署名）。

## コピーの状態。小さなカードの隅に出るので、できるだけ短く

status-acked = 応答済み
    .everyday = 預かり証到着
status-answering = 応答中
    .everyday = 預かり証発送
status-writing = 書き込み中…
    .everyday = しまい中…
status-receiving = 到着待ち
    .everyday = 配達待ち
status-reading = 読み取り中
    .everyday = 調べ中
status-complete = 欠けなし
    .everyday = 全部あり
status-catching-up = レコード{ $records }件不足
    .everyday = 用紙{ $records }枚不足
status-stopped = 停止中
    .everyday = 故障
status-partly-stopped = { $groups }グループ停止
    .everyday = { $groups }台故障
status-cut-off = 切り離し中
    .everyday = 道が不通
status-zone-cut = AZ切断
    .everyday = 棟が閉鎖

## コピーが次に自分からすること

next-disk-done = { SHORT($in) }後に保存完了
    .everyday = { SHORT($in) }後に施錠完了
next-gossip = { SHORT($in) }後にゴシップ
    .everyday = { SHORT($in) }後に照合
next-hydrate = { SHORT($in) }後に次のページを写す
next-background = { SHORT($in) }後にバックグラウンド処理
    .everyday = { SHORT($in) }後に整理
next-orders-done = { SHORT($in) }後に指示を実行
writer-crashed = クラッシュ
    .everyday = 倒れています
writer-fenced = 停止：新しいライターに交代
    .everyday = 退席：錠が替わりました
writer-surveys = リカバリ中：各コピーの到達点を確認（残り{ $groups }グループ）
    .everyday = 金庫の中身を確認中（残り{ $groups }組）
writer-truncates = リカバリ中：切り捨て範囲を書き込み（残り{ $groups }グループ）
    .everyday = 無効の番号を通知中（残り{ $groups }組）
writer-raises = リカバリ中：ボリュームエポックを更新（残り{ $groups }グループ）
    .everyday = 錠を取り替え中（残り{ $groups }組）
writer-spreads = リカバリ中：残すレコードを行き渡らせる（残り{ $groups }グループ）
    .everyday = 有効な用紙を配り中（残り{ $groups }組）

## ライターの状態

writer-idle = 待機中
    .everyday = お客さま待ち
reader-standing = 階層{ $tier } · { $size }
    .everyday = 名簿{ $tier }番 · { $size }
reader-stopped = 停止中
    .everyday = 閉室中
reader-starts = 起動中
    .everyday = 準備中
reader-is-writer = ライターとして動作中
    .everyday = レジにいます
reader-becomes-writer = ライターに昇格中
    .everyday = レジに入るところ
reader-joins = ライターへの追随を申し込んでいます
    .everyday = 店長に写しを頼んでいます
reader-behind = { SHORT($lag) }遅れ：表示はVDL { $shows }、ライターは{ $vdl }
    .everyday = { SHORT($lag) }遅れ：用紙{ $shows }まで、店長は{ $vdl }
reader-level = VDL { $shows }でライターと同じ
    .everyday = 用紙{ $shows }で店長と同じ
writer-reads = { $reads }ページを読み取り中
    .everyday = { $reads }件を調べ中
writer-waits =
    T{ $txn }がLSN { $scn }を待機中{ $others ->
        [0] {""}
       *[other] 、ほかに{ $others }件のコミットが待機中
    }
    .everyday =
        書類{ $txn }が用紙{ $scn }を待機中{ $others ->
            [0] {""}
           *[other] 、ほかに{ $others }件が待機中
        }
writer-held = { $requests }件のリクエストがLSNを待機中
    .everyday = お客さま{ $requests }人が待機：安全でない用紙が多すぎます
writer-quorum-lost = グループ{ $group }の書き込みクォーラム喪失：{ $commits }件のコミットが待機中
    .everyday = 第{ $group }組の金庫が不足：書類{ $commits }件が待機

## クライアントのリクエストの進み具合

lane-idle = 待機中
    .everyday = 用事なし
lane-asked = ライターへ送信中
    .everyday = レジへ向かい中
lane-writing = ライターが処理中
    .everyday = レジで手続き中
lane-waits = LSN { $scn }を待機中
    .everyday = 用紙{ $scn }を待っています
lane-reading = 読み取り中
    .everyday = 調べてもらい中
lane-answering = 応答を受信中
    .everyday = 返事が戻る途中
lane-committed = LSN { $scn }でコミット（{ SHORT($took) }）
    .everyday = 安全になりました（{ SHORT($took) }）
lane-found = 「{ $value }」（{ SHORT($took) }）
lane-not-found = 該当する行なし（{ SHORT($took) }）
    .everyday = 記入なし（{ SHORT($took) }）
lane-page-full = ページに空きなし（{ SHORT($took) }）
    .everyday = バインダーに空きなし（{ SHORT($took) }）
lane-ended = { $outcome }（{ SHORT($took) }）

## クライアントの自動リクエスト

load-none = 負荷なし
    .everyday = 来客なし
load-open-loop = 毎秒の書き込み{ $writes }件、読み取り{ $reads }件、対象は{ $rows }行
    .everyday = 毎秒、書類{ $writes }件と閲覧{ $reads }件
load-closed-loop = クライアント{ $clients }台が応答を待ち、{ SHORT($think) }考えて次へ。書き込みは{ $percent }%
    .everyday = お客さま{ $clients }人が返事を待ち、{ SHORT($think) }考えて次を頼みます
load-transactions = クライアント{ $clients }台が{ $statements }文のトランザクションを実行。書き込みは{ $percent }%、ロールバックは{ $back }%
    .everyday = お客さま{ $clients }人が{ $statements }行の書類を順に頼みます

## いま起きている障害

fault-zone-cut = ゾーン{ $zone }は切り離し中です
    .everyday = { $zone }棟は閉鎖中です
fault-writer-down = ライターは停止しています
    .everyday = 店長がいません
fault-reader-stopped = リーダー{ $number }は停止しています
    .everyday = 閲覧室{ $number }は閉まっています
fault-copy-cut = コピー{ $copy }は切り離し中です
    .everyday = 金庫{ $copy }への道がふさがっています
fault-copy-stopped = コピー{ $copy }は停止中です
    .everyday = 金庫{ $copy }は壊れています
fault-copy-partly-stopped = コピー{ $copy }は{ $groups }グループで停止中です
    .everyday = 金庫{ $copy }は{ $groups }つの組で壊れています
fault-copy-slow = コピー{ $copy }のディスクに通常の{ $times }倍の時間がかかります
    .everyday = 金庫{ $copy }の錠にいつもの{ $times }倍の時間がかかります
fault-link-slow = { $from }と{ $to }の間の経路に通常の{ $times }倍の時間がかかります
    .everyday = { $from }と{ $to }の間の道にいつもの{ $times }倍の時間がかかります
fault-loss = 全メッセージの{ $percent }%が失われます
    .everyday = 配達係が届けものの{ $percent }%をなくします
fault-copy-loss = コピー{ $copy }のメッセージの{ $percent }%が失われます
    .everyday = 金庫{ $copy }の配達係が届けものの{ $percent }%をなくします

## 図の説明

describe-writer = ライターはアベイラビリティーゾーン{ $zone }で動いています。状態：{ $status }。
    .everyday = 店長は{ $zone }棟にいます。様子：{ $status }。
describe-reader = アベイラビリティーゾーン{ $zone }のリーダー{ $number }：{ $status }。
    .everyday = { $zone }棟の閲覧室{ $number }：{ $status }。
describe-ring = トランザクション{ $txn }は待機中です。グループ{ $group }のレコード{ $scn }に必要な確認応答{ $needed }件のうち、{ $confirmed }件が届きました。
    .everyday = 書類{ $txn }は待っています。第{ $group }組の用紙{ $scn }に必要な預かり証{ $needed }通のうち、{ $confirmed }通が届きました。
describe-ring-done = 最後のコミットは、グループ{ $group }の{ $scn }でのトランザクション{ $txn }です。{ $needed }つ必要なところ、{ $confirmed }つのコピーが確認応答しました。
    .everyday = 最後に安全になったのは、第{ $group }組の用紙{ $scn }までの書類{ $txn }です。{ $needed }通必要なところ、預かり証が{ $confirmed }通届きました。
describe-points = ログは{ $allocated }まで進んでいます。VCLは{ $vcl }、VDLは{ $vdl }です。
    .everyday = 店長は用紙を{ $allocated }まで書きました。{ $vcl }までは4台以上の金庫にあり、最後の区切りは{ $vdl }です。
describe-zone = アベイラビリティーゾーン{ $zone }：{ $first }。{ $second }。
    .everyday = { $zone }棟：{ $first }。{ $second }。
describe-zone-cut = アベイラビリティーゾーン{ $zone }は切り離し中：{ $first }。{ $second }。
    .everyday = { $zone }棟は閉鎖中：{ $first }。{ $second }。
describe-copy =
    コピー{ $copy }は{ $status }、SCLは{ $scl }{ $behind ->
        [0] {""}
       *[other] 、残り{ $behind }件
    }
    .everyday =
        金庫{ $copy }は{ $status }、用紙{ $scl }まで完備{ $behind ->
            [0] {""}
           *[other] 、残り{ $behind }枚
        }
describe-clients = 応答を待つリクエストは{ $open }件です。
    .everyday = 返事を待つお客さまは{ $open }人です。

## 詳細表示の題

title-writer = ライター
    .everyday = 店長
title-reader = リーダー{ $number }
    .everyday = 閲覧室{ $number }
title-clients = クライアント
    .everyday = お客さま
title-zone = アベイラビリティーゾーン{ $zone }
    .everyday = { $zone }棟
title-copy = コピー{ $copy }
    .everyday = 金庫{ $copy }
title-group = プロテクショングループ{ $group }
    .everyday = 第{ $group }組
title-link = { $from } － { $to }
title-event = イベント{ $number }

## 詳細表示の項目

row-zone = アベイラビリティーゾーン
    .everyday = 棟
row-state = 状態
row-hop = ライターからの片道
    .everyday = 店長からの片道
row-copy = コピー{ $copy }
    .everyday = 金庫{ $copy }
row-vdl = VDL
    .everyday = 安全な用紙
row-vcl = VCL
    .everyday = 4台に入った用紙
row-pgcl = グループ{ $group }のPGCL
    .everyday = 第{ $group }組の4台に入った用紙
row-allocated = 割り当て済みの最大のLSN
    .everyday = 書き終えた用紙
row-limit = LSNの上限
    .everyday = 用紙の上限
row-commits-waiting = 待機中のコミット
    .everyday = 待っている書類
row-requests-held = LSN待ちのリクエスト
    .everyday = 待たされているお客さま
row-reads-open = 処理中の読み取り
    .everyday = 調べている質問
row-read-point = 読み取りポイント
    .everyday = 見せている用紙
row-instance = インスタンス
    .everyday = 番号
row-connections = 接続
    .everyday = ここにいるお客さま
row-tier = 昇格階層
    .everyday = 名簿の順位
row-size = サイズ
row-heard = 受け取ったレコード
    .everyday = 届いた写し
row-lag = レプリカラグ
    .everyday = 遅れ
row-lag-records = LSNの差
    .everyday = 用紙の差
row-applied = キャッシュ上のページに適用
    .everyday = 綴じた用紙
row-ignored = 破棄したレコード
    .everyday = 捨てた用紙
row-cached = キャッシュ上のページ
    .everyday = 棚のバインダー
row-cache-hits = キャッシュで済んだ読み取り
    .everyday = 棚で見つかった
row-cache-misses = ストレージからの読み取り
    .everyday = 金庫から取り寄せた
row-commits = 応答したコミット
    .everyday = 安全にした書類
row-reads = 応答した読み取り
    .everyday = 答えた質問
row-lost = 失われたメッセージ
    .everyday = なくなった届けもの
row-load = 負荷
    .everyday = 来客
row-requests-open = 応答待ちのリクエスト
    .everyday = 返事待ちのお客さま
row-scl = SCL（グループ{ $group }）
    .everyday = ここまで完備（第{ $group }組）
row-scl-heard = ライターの認識（グループ{ $group }）
    .everyday = 店長の認識（第{ $group }組）
row-behind = 残りのレコード（グループ{ $group }）
    .everyday = 残りの用紙（第{ $group }組）
row-beyond-hole = 欠落より先のレコード（グループ{ $group }）
    .everyday = 欠けより先の用紙（第{ $group }組）
row-in-memory = メモリ内のレコード（グループ{ $group }）
    .everyday = まだ施錠していない用紙（第{ $group }組）
row-pages = 用意済みのページ（グループ{ $group }）
    .everyday = 用意済みのバインダー（第{ $group }組）
row-disk = ディスク書き込みの時間
    .everyday = しまうのにかかる時間
row-disk-slow = ディスクの遅さ
    .everyday = 錠の遅さ
row-link-slow = 通常に対する遅さ
row-loss = 偶然に失われるメッセージ
    .everyday = 道中の紛失
row-on-way = 送信中のメッセージ
    .everyday = 道中の配達係
row-ability = グループにできること
    .everyday = 組にできること
row-reachable = 届くコピー
    .everyday = 手の届く金庫
row-newest = 最新のレコード
    .everyday = 最新の用紙
row-copy-heard = コピー{ $copy }（ライターの認識）
    .everyday = 金庫{ $copy }（店長の認識）
row-at = 時刻
row-happened = できごと
row-because = きっかけ

## 詳細表示の値

value-text = { $text }
value-lsn = { $lsn }
value-number = { $value }
value-of = { $value } / { $of }
value-span = { SHORT($span) }
value-range = { SHORT($from) }～{ SHORT($to) }
value-percent = { $percent }%
value-times = { $times }倍
value-time = { $time }
value-copies = { COPIES($reachable) }
value-up = 稼働中
    .everyday = 異常なし
value-stopped = 停止中
    .everyday = 故障
value-partly-stopped = 一部のグループで停止中
    .everyday = 一部の組で故障
value-cut = 切り離し中
    .everyday = 閉鎖中
value-zone-cut = ライターから届かない
    .everyday = 店長から届かない
value-open = 到達可能
    .everyday = 通行可能

## できること：ボタンの言葉

deed-stop-copy = コピー{ $copy }を停止
    .everyday = 金庫{ $copy }を壊す
deed-restart-copy = コピー{ $copy }を再起動
    .everyday = 金庫{ $copy }を直す
deed-cut-copy = コピー{ $copy }を切り離す
    .everyday = { $copy }への道をふさぐ
deed-heal-copy = コピー{ $copy }を再接続
    .everyday = { $copy }への道を通す
deed-slow-copy = ディスクを{ $times }倍遅く
    .everyday = 錠を{ $times }倍遅く
deed-usual-copy = ディスクを通常の速さに
    .everyday = 錠をいつもの速さに
deed-lose-some-of-copy = メッセージの{ $percent }%を失わせる
    .everyday = 道中で{ $percent }%をなくす
deed-lose-none-of-copy = メッセージを失わせない
    .everyday = 道中で何もなくさない
deed-stop-segment = グループ{ $group }だけ停止
    .everyday = 第{ $group }組だけ壊す
deed-restart-segment = グループ{ $group }だけ再起動
    .everyday = 第{ $group }組だけ直す
deed-cut-zone = ゾーン{ $zone }を切り離す
    .everyday = { $zone }棟を閉鎖
deed-heal-zone = ゾーン{ $zone }を再接続
    .everyday = { $zone }棟を開放
deed-crash-writer = ライターをクラッシュさせる
    .everyday = 店長が倒れる
deed-restart-writer = ライターを再起動する
    .everyday = 店長を呼び戻す
deed-stop-reader = リーダー{ $number }を停止する
    .everyday = 閲覧室{ $number }を閉める
deed-restart-reader = リーダー{ $number }を再起動する
    .everyday = 閲覧室{ $number }を再び開ける
deed-failover = フェイルオーバーする
    .everyday = 店長を交代させる
deed-failover-to = インスタンス{ $number }へフェイルオーバーする
    .everyday = { $number }番の代理をレジに入れる
deed-set-tier = インスタンス{ $number }の階層を{ $tier }にする
    .everyday = { $number }号室を{ $tier }番にする
deed-add-reader = ゾーン{ $zone }にリーダーを追加する
    .everyday = { $zone }棟に閲覧室を開く
deed-promote-writer = ゾーン{ $zone }に新しいライター
    .everyday = { $zone }棟に新しい店長
deed-slow-link = { $times }倍遅くする
deed-usual-link = 通常の速さに戻す
deed-load-calm = 軽い負荷
    .everyday = 静かな一日
deed-load-busy = 重い負荷
    .everyday = 忙しい一日
deed-load-turns = 4台のクライアントが順番に
    .everyday = 常連のお客さま4人
deed-load-stop = 負荷を止める
    .everyday = 来客を止める
deed-lose-some = 全メッセージの{ $percent }%を失わせる
    .everyday = すべての道で{ $percent }%をなくす
deed-lose-none = メッセージを失わせない
    .everyday = どの道でもなくさない

## コミットが待つ理由。一つ一つが証明の一歩

why-waiting = T{ $txn }はなぜまだ待っているのですか？
    .everyday = 書類{ $txn }はなぜまだ安全ではないのですか？
why-acknowledged-at = T{ $txn }は、VCLが{ $scn }に達すると応答されます
    .everyday = 書類{ $txn }は、{ $scn }までの用紙がすべて4台の金庫に入ると安全になります
why-vcl = VCLは{ $vcl }です
    .everyday = { $vcl }までの用紙は4台の金庫に入っています
why-held-back = グループ{ $group }のレコード{ $lsn }のコピーは{ $confirmed }つ、必要なのは{ $needed }つです
    .everyday = 第{ $group }組の用紙{ $lsn }の預かり証は{ $confirmed }通、必要なのは{ $needed }通です
why-answer-on-way = { $copy }は保存済みで、応答は{ SHORT($in) }後に届きます
    .everyday = { $copy }にはしまってあり、預かり証は{ SHORT($in) }後に届きます
why-persisting = { $copy }は{ SHORT($in) }後に保存を終えます
    .everyday = { $copy }は{ SHORT($in) }後にしまい終えます
why-on-way = { $copy }には{ SHORT($in) }後に届きます
why-answer-missing = { $copy }は保存済みですが、応答が失われました
    .everyday = { $copy }にはしまってありますが、預かり証がなくなりました
why-beyond-hole = { $copy }は保存済みですが、その前の{ $lacks }が欠けています
    .everyday = { $copy }にはしまってありますが、その前の用紙{ $lacks }が欠けています
why-not-sent = { $copy }へ向かっているものはありません
why-lost-on-way = { $copy }へのメッセージは届きません
    .everyday = { $copy }への配達係はたどり着けません
why-stopped-since = { $copy }は{ $since }の時点から停止しています
    .everyday = { $copy }は{ $since }の時点から壊れています
why-stopped = { $copy }は停止しています
    .everyday = { $copy }は壊れています
why-cut-off-since = { $copy }は{ $since }の時点から切り離されています
    .everyday = { $copy }への道は{ $since }の時点からふさがっています
why-cut-off = { $copy }は切り離されています
    .everyday = { $copy }への道はふさがっています
why-zone-cut-since = { $copy }への経路は、ゾーンの切り離しにより{ $since }の時点から切れています
    .everyday = { $copy }へは、棟の閉鎖により{ $since }の時点からだれも行けません
why-zone-cut = { $copy }への経路は、ゾーンの切り離しにより切れています
    .everyday = { $copy }へは、棟の閉鎖によりだれも行けません
why-quorum-lost = グループ{ $group }で届くのは{ COPIES($reachable) }だけです（{ $needed }つ必要なところ{ $count }つ）。コミットは待ちますが、何も失われません
    .everyday = 第{ $group }組で手が届くのは{ COPIES($reachable) }だけです（{ $needed }台必要なところ{ $count }台）。書類は待ちますが、何も失われません
why-requests-held = ほかに{ $requests }件のリクエストが待っています。{ $limit }より先のLSNは割り当てられません
    .everyday = ほかに{ $requests }人のお客さまが待っています。{ $limit }より先の用紙は書き始められません
why-event = なぜですか？ { $event }

## 時間の進む速さ

speed-slowed = 実時間の1/{ $times }
speed-real = 実時間と同じ
speed-sped-up = 実時間の{ $times }倍

## セッションからの知らせ

notice-no-commit = このままでは、シミュレーション時間で{ SHORT($within) }以内にコミットはありません。
    .everyday = このままでは、{ SHORT($within) }以内に安全になる書類はありません。
notice-no-fault = これ以上、ひとりでに壊れたり直ったりするものはありません。何かを壊すか、直してみてください。
notice-no-quorum-loss = 何も壊れなければ、どのグループも書き込みクォーラムを失いません。3つのコピーを停止するか切り離してみてください。
    .everyday = 何も壊れなければ、どの組でも金庫は足りています。金庫を3台、壊すか閉ざしてみてください。
notice-no-vdl-move = このままでは、シミュレーション時間で{ SHORT($within) }以内にVDLは進みません。
    .everyday = このままでは、{ SHORT($within) }以内に安全な用紙は増えません。
notice-nothing-due = 何かを頼むか操作するまで、もう何も起こりません。
notice-at-the-beginning = ここが始まりです。
notice-too-long = 実行がとても長くなり、メモリ不足を防ぐために一時停止しました。やり直すか、戻って別のことをしてください。
problem-no-run = 実行中のものがありません。
problem-no-such-scenario = 「{ $name }」というシナリオはありません。
problem-nothing-there = この実行にそのようなものはありません。
problem-scenario = { $line }行{ $column }列：{ $problem }

## リンクのパラメータ

param-unknown =
    { $guessed ->
        [yes] リンクのパラメータ「{ $name }」はありません。「{ $known }」のことかもしれません。
       *[no] リンクのパラメータ「{ $name }」はありません。使えるもの：{ $known }。
    }
param-value =
    { $guessed ->
        [yes] リンクに { $name }={ $value } とありますが、「{ $known }」のことかもしれません。
       *[no] リンクに { $name }={ $value } とありますが、その値はありません。使えるもの：{ $known }。
    }
param-seed = リンクのシード「{ $value }」は0以上の整数ではないため、シナリオのシードを使います。
param-speed = リンクの速度「{ $value }」は使えません。{ $slowest }から{ $fastest }までで、1/2000や60のように書きます。
param-step = リンクのステップ「{ $value }」は1以上の整数ではないため、チャプターの初めから始めます。
