# チャプターのまわりにあるもの：カードと、図のほかに示す絵。チャプターと一緒に読み込む。

## カード

chapter-step = ステップ{ $step }/{ $steps }
chapter-about = 何をするものか
chapter-about-when = いつ役に立つか
chapter-about-everyday = 身近なたとえ
chapter-next = 次へ
chapter-back = 戻る
chapter-leave = チャプターを閉じる
chapter-running = それが起こるまで進めています…
chapter-reached = { $at }に到達
chapter-end = これが最後のステップです。このまま自由に壊したり直したりしてみてください。
chapter-not-reached = このステップが待っていたことは{ $within }以内に起こりませんでした。ほかの何かを壊したり変えたりした場合は、ステップの初めに戻ってください。
chapter-passed = チャプター{ $name }は合格です：{ $steps }のステップすべてに到達して示すべきことが示され、不変条件の違反はありません。{ $until }の間にイベント{ $events }件、応答したコミット{ $commits }件。ダイジェスト{ $digest }。
chapter-failed = チャプター{ $name }は不合格です：{ $steps }のうち{ $reached }のステップに到達し、成り立たなかった主張は{ $failures }件、不変条件の違反は{ $violations }件。ダイジェスト{ $digest }。
problem-bad-name = 名前に使えるのは英小文字、数字、ハイフンだけで、先頭は英小文字か数字です。
problem-cannot-wait = ステップはこれを待てません。到達したときに確かめられるだけなので、“expect”に書いてください。

## 64の状態の地図

map-title = 6つのコピーの64の状態
    .everyday = 6台の金庫の64通りの無事と故障
map-counts = 書き込めるのは{ $writable }、読み取りだけは{ $read-only }、どちらもできないのは{ $none }。
    .everyday = 書き足せるのは{ $writable }通り、読むだけなら{ $read-only }通り、どちらもできないのは{ $none }通り。
map-hint = 状態を選ぶと、その状態にできます。行はA、B、C、列はD、E、F。
map-now = 現在：{ $state }
map-state = 稼働 { COPIES($up) }：{ $ability }
    .everyday = 無事 { COPIES($up) }：{ $ability }
map-read-write = 読み書きできる
    .everyday = 読めて書き足せる
map-read-only = 読み取りだけ
    .everyday = 読むだけ
map-unavailable = 利用できない
    .everyday = 手が届かない
map-go = { COPIES($stop) }を停止し、{ COPIES($start) }を再起動
    .everyday = { COPIES($stop) }を壊し、{ COPIES($start) }を直す
map-go-stop = { COPIES($stop) }を停止
    .everyday = { COPIES($stop) }を壊す
map-go-start = { COPIES($start) }を再起動
    .everyday = { COPIES($start) }を直す
map-cut = 切り離された接続があります。直せば、ここからどの状態にもできます。
    .everyday = ふさがった道があります。開ければ、ここからどの状態にもできます。

## 審判に見えるもの

violations-title = 破られているもの
violations-none = 今のところ何もありません。
violations-about = 審判はイベントのジャーナルだけを読みます。それぞれの違反が最初に見つかったところを示します。

## メンバーの組

members-title = 有効なメンバーの組
    .everyday = 有効な6台の名簿
members-set = { $set }
members-have = 最新のレコードを持つのは{ $have }、必要なのは{ $needed }
    .everyday = 最新の用紙があるのは{ $have }台、必要なのは{ $needed }台
members-newcomer = { $leaves }の代わりに{ $copy }が加わり中：{ $pages }ページのうち{ $done }ページを複写。まだ数えません。
    .everyday = { $leaves }の代わりに{ $copy }が加わり中：バインダー{ $pages }冊のうち{ $done }冊を複写。まだ数えません。
members-epoch = メンバーシップエポック{ $epoch }
    .everyday = 名簿{ $epoch }番

## AuroraとミラーリングしたMySQL

contrast-title = 1つの時計で両方を
contrast-chain = MySQLの連鎖：インスタンス、ディスク、ミラー、スタンバイ、そのディスク、そのミラー
    .everyday = もう1つの事務所：店長、金庫、控えの金庫、代理、その金庫、その控え

## ストレージノードの8つの手順

pipeline-title = コピー{ $copy }（グループ{ $group }）の中：8つの手順
    .everyday = 金庫{ $copy }（第{ $group }組）の中：8つの手順
pipeline-foreground = 書き込みが待つ手順
    .everyday = お客さまが待つ手順
pipeline-background = だれも待たない手順
pipeline-intake = メモリ内
    .everyday = 机の上
pipeline-durable = ディスク上
    .everyday = しまった
pipeline-sort = 欠落の先
    .everyday = 抜けの先
pipeline-gossip = ゴシップ
    .everyday = 隣と照合
pipeline-coalesce = ページの版
    .everyday = バインダー
pipeline-stage = オブジェクトストア
    .everyday = 書庫
pipeline-collect = 回収済み
    .everyday = 処分済み
pipeline-scrub = スクラブ
    .everyday = 点検
pipeline-records = レコード{ $records }件
    .everyday = 用紙{ $records }枚
pipeline-upto = { $lsn }まで
pipeline-complete = 欠落なし
    .everyday = 抜けなし
pipeline-missing = { $records }件が欠落
    .everyday = { $records }枚が抜け
pipeline-versions = { $pages }（残り{ $records }件）
    .everyday = { $pages }冊（残り{ $records }枚）
pipeline-not-yet = まだ
pipeline-scrubbed = { $pages }版中、破損{ $damaged }
    .everyday = { $pages }冊中、破損{ $damaged }
pipeline-next = 次：{ $job }（{ $within }後）
pipeline-rests = することなし
pipeline-paused = 停止中
pipeline-reach = グループのログのどこまで進んだか
    .everyday = どの用紙まで進んだか
pipeline-reach-scl = ここに欠落なし（SCL）
    .everyday = ここに抜けなし
pipeline-reach-staged = オブジェクトストアにある
    .everyday = 書庫にある
pipeline-reach-floor = これより前はだれも読まない（PGMRPL）
    .everyday = これより前はだれも求めない
pipeline-reach-collected = 回収済み
    .everyday = 処分済み
pipeline-throttled = まだどの版にもないレコードが多すぎるため、受け取りを絞っています。
    .everyday = 綴じていない用紙が多すぎるため、受け取りをゆっくりにしています。
pipeline-about = 黄は作業が残っていること、緑はすべて済んだことを示します。

## リカバリの手順

recovery-title = リカバリの手順
    .everyday = 新しい店長の手順
recovery-not-yet = まだ
recovery-survey = グループ1で返事をしたコピー
    .everyday = 第1組で返事をした金庫
recovery-answers = { $answers }件
recovery-pgcl = グループ1の復元されたPGCL
    .everyday = 第1組で有効なのは
recovery-vdl = 復元されたVDL
    .everyday = 全体で有効なのは
recovery-lsn = { $lsn }
recovery-range = 無効な範囲と、書き込んだコピー
    .everyday = 無効な番号と、書き留めた金庫
recovery-void = { $first }～{ $last }
recovery-epoch = ボリュームエポックと、入ったコピー
    .everyday = 新しい鍵の番号と、替えた金庫
recovery-number = { $number }
recovery-open = 開いたときの次のLSN
    .everyday = 開いたときの次の用紙
recovery-late = 拒否された遅い到着
    .everyday = 断られた遅い到着
recovery-undo = 取り消された未完了のトランザクション
    .everyday = 取り下げられた署名のない書類
recovery-undone = { $undone }／{ $found }
recovery-about = ログは再実行しません。ログがどれほど長くても、各手順は1往復です。
    .everyday = 書き直しはしません。保管庫がどれほど厚くても、各手順は全員への1回の問い合わせです。

## ライターの停止

outage-title = 停止時間の内訳
    .everyday = レジが空いていた時間
outage-none = まだありません
outage-lasts = { SHORT($took) }経過、継続中
outage-over = { SHORT($took) }で終了
outage-took = { SHORT($took) }
outage-not-yet = –
outage-notice = 障害に気づく
    .everyday = レジが空だと気づく
outage-promote = 後継のプロセスが起動する
    .everyday = 代理がレジに来る
outage-restart = 同じホストで再起動する
    .everyday = 店長を起こす
outage-recreate = 同じゾーンに作り直す
    .everyday = 新しい店長を雇う
outage-open = リカバリでボリュームを開く
    .everyday = 代理が帳簿を確かめる
outage-name = クラスターエンドポイントが移る
    .everyday = 入口の案内板が変わる
outage-clients = クライアントが接続し応答を得る
    .everyday = お客さまがレジを見つける
outage-candidates = 後を継ぐ順
    .everyday = 代理の名簿
outage-instance = インスタンス{ $number }
    .everyday = 代理{ $number }
outage-standing = 階層{ $tier } · { $size } · ゾーン{ $zone }
    .everyday = 名簿{ $tier }番 · { $size } · { $zone }棟
outage-chosen = 選出：{ $why }
outage-next = 次の候補
    .everyday = 名簿の先頭
outage-may = 選ばれる可能性あり
outage-ready = 待機中
outage-other = 今回は選ばれず
outage-away = 停止中のため選べません
    .everyday = こちらも不在です
outage-nobody = ほかのインスタンスはありません。
    .everyday = 代理はいません。
outage-attempts = これまでの試行：{ $attempts }回。5回失敗すると階層は考慮されません。
outage-epoch = コピーはボリュームエポック{ $epoch }にあり、古いライターには応じません。これまでの拒否：{ $refused }件。
    .everyday = 金庫の鍵は{ $epoch }番目で、古い鍵では開きません。これまでの門前払い：{ $refused }件。
outage-back = 以前のライター（インスタンス{ $number }）は、開始から{ SHORT($after) }後にリーダーとして追随し始めました。
    .everyday = 元の店長（{ $number }番）は、開始から{ SHORT($after) }後に閲覧室を開きました。
outage-broke = 切れた接続：{ $broke }件。まだ待っているクライアント：{ $waiting }。
    .everyday = 待たされたお客さま：{ $broke }人。まだ待っている人：{ $waiting }人。
outage-about = 通常は60秒未満、多くは30秒未満で復旧します。各区間はその範囲に収まるように引いています。
    .everyday = レジは通常60秒未満、多くは30秒未満で再開します。

## エンドポイントの一覧

endpoints-title = 名前の行き先
    .everyday = 案内板の行き先
endpoints-kept = クライアントの控え
    .everyday = お客さまのメモ
endpoints-nobody = まだ誰も名前を引いていません。
    .everyday = まだ誰も案内板を見ていません。
endpoints-more = ここにない接続：{ $count }件
    .everyday = ここにいないお客さま：{ $count }人
board-cluster = クラスターエンドポイント
    .everyday = 店長の案内板
board-cluster-name = shop.cluster-…
    .everyday = 「レジはこちら」
board-reader = リーダーエンドポイント
    .everyday = 閲覧室の案内板
board-reader-name = shop.cluster-ro-…
    .everyday = 「閲覧室はこちら」
board-custom = カスタムエンドポイント「{ $name }」
    .everyday = 案内板「{ $name }」
board-custom-name = { $name }.cluster-custom-…
board-door = インスタンス{ $number }のエンドポイント
    .everyday = { $number }号室の戸口
board-instance = インスタンスエンドポイント
    .everyday = 戸口の番号
board-instance-name = shop-1.… 、shop-2.…
    .everyday = それぞれ1つ
board-lead = { $number } · { $role }
board-role-writer = ライター
    .everyday = 店長
board-role-reader = リーダー
    .everyday = 閲覧室
board-role-successor = ライターに昇格中
    .everyday = レジに入るところ
board-role-starts = 起動中
    .everyday = 準備中
board-role-away = 不在
    .everyday = 閉室
board-connections = 接続{ $count }件
    .everyday = お客さま{ $count }人
board-kept = → { $number }、あと{ SHORT($left) }
board-kept-old = → { $number }、次は引き直し
board-not-asked = まだ引いていない
board-out-of-date = 古い
board-connected = { $number }に接続
    .everyday = { $number }の前
board-tries = { $number }に接続中
    .everyday = { $number }へ向かう
board-pauses = { $attempts }回失敗して待機
board-unconnected = 接続なし
    .everyday = どこにもいない
board-stale = 古くなった控え：{ $clients }件。もうライターではないインスタンスに着き、読み取りはできても書き込みは失敗します。
    .everyday = 古くなったメモ：{ $clients }枚。もう売っていない所に着きます。
board-no-readers = リーダーがないので、リーダーエンドポイントはライターを指し、書き込みもできます。
    .everyday = 閲覧室がないので、案内板はレジを指し、そこでは買うこともできます。
board-ttl = ここではクライアントは控えを{ SHORT($ttl) }保ち、接続するときだけ引きます。Auroraの名前のTTLは5秒です。
    .everyday = ここではメモは{ SHORT($ttl) }有効で、出かける前にだけ見ます。

## 同じシードで1つだけ変える

pair-title = 同じシードで1つだけ変える
    .everyday = 同じ日、1つだけ違う
pair-as-it-is = そのまま
pair-no-reader = リーダーなし
    .everyday = 代理なし
pair-other-tier = 最初の階層を最後に
    .everyday = 名簿の先頭を最後に
pair-other-zone = 最初の候補もライターのゾーン{ $zone }に
    .everyday = 名簿の先頭も店長の{ $zone }棟に
pair-in-place = ライターを同じ場所で再起動
    .everyday = 店長を起こす
pair-promotes = リーダーを昇格
    .everyday = 代理がレジに入る
pair-other-ttl = 名前を{ SHORT($ttl) }控える
    .everyday = メモを{ SHORT($ttl) }信じる
pair-nothing-yet = まだ何も起きていません。行う操作は両方に行われます。
    .everyday = まだ何も起きていません。することは両方の店で起こります。
pair-longer = { $change }：クライアントの感じる停止は{ SHORT($one) }でなく{ SHORT($other) }、{ SHORT($apart) }長くなります。
    .everyday = { $change }：レジが空くのは{ SHORT($one) }でなく{ SHORT($other) }、{ SHORT($apart) }長くなります。
pair-shorter = { $change }：クライアントの感じる停止は{ SHORT($one) }でなく{ SHORT($other) }、{ SHORT($apart) }短くなります。
    .everyday = { $change }：レジが空くのは{ SHORT($one) }でなく{ SHORT($other) }、{ SHORT($apart) }短くなります。
pair-same = { $change }：停止の長さは同じ{ SHORT($one) }です。
    .everyday = { $change }：レジが空くのは同じ{ SHORT($one) }です。
pair-other-lasts = { $change }：もう{ SHORT($other) }止まったままです。そのままなら{ SHORT($one) }で終わりました。
pair-one-lasts = { $change }：{ SHORT($other) }で終わりました。そのままではもう{ SHORT($one) }止まっています。
pair-both-last = どちらも{ SHORT($one) }止まっています。
pair-writer = 今のライター
    .everyday = 今レジにいる人
pair-writer-is = ゾーン{ $zone }のインスタンス{ $number }
    .everyday = { $zone }棟の{ $number }番
pair-nobody = なし
pair-commits = 確認応答されたコミット
    .everyday = 控えのある書類
pair-count = { $count }
pair-kept = 読み戻せる自分の行（確認済み）
    .everyday = 控えのある自分の記入
pair-kept-of = { $all }行中{ $there }行
pair-reads = 新しいライターでの読み取り（平均）
    .everyday = 新しいレジでの閲覧（平均）

## クラスターを組む

cluster-title = クラスターを組む
    .everyday = 店を整える
cluster-about = リーダーの移動は、別のゾーンに新しく作り、元を削除します。ライターは別のインスタンスが引き継ぐまでそのままです。
    .everyday = 閲覧室の引っ越しは、別の棟に新しく開き、元を閉じます。レジは別の人が引き継ぐまでそのままです。
cluster-writes = ライター
    .everyday = レジ
cluster-available = 利用可能
    .everyday = 開室
cluster-creating = 作成中
    .everyday = 準備中
cluster-starting = 起動中
cluster-stopped = 停止
    .everyday = 閉室
cluster-out-of-reach = 到達不能
cluster-deleting = 削除中
    .everyday = 閉鎖中
cluster-of = インスタンス{ $number }：{ $what }
cluster-class = クラス
cluster-remove = インスタンス{ $number }を削除
cluster-endpoints = カスタムエンドポイント
    .everyday = 自分で立てる案内板
cluster-endpoint-name = 名前
cluster-create = 作成
cluster-delete = エンドポイント{ $name }を削除
cluster-kind = { $name }：対象
cluster-members = { $name }：メンバー
cluster-readers-only = READER
cluster-any = ANY
cluster-join = 新しいものも加わる
cluster-clients-through = クライアントの接続先
    .everyday = お客さまが見る案内板
cluster-you-through = あなたの接続先
    .everyday = あなたが見る案内板
