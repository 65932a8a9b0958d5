# 本編の実行とは別の2つの実験：クォーラムを失う頻度と、ミラーリングしたMySQLとの比較。

## 耐久性：前提

durability-repair = { $gigabytes } GBのセグメントを{ $gigabits } Gbit/sで複製し直すのに{ $span }かかります。
durability-rates = 前提：コピーは{ $copy }日に1回故障し、ゾーンは{ $zone }日に1回{ $span }停止します。どれも偶然に、互いに無関係に起こります。
durability-study = プロテクショングループ1つを方式ごとに{ $years }年分シミュレーション（シード{ $seed }）。かっこ内は95%信頼区間。

## 耐久性：方式

durability-aurora = Aurora：3つのゾーンに{ $copies }コピー、書き込み{ $write }、読み取り{ $read }
durability-two-of-three = 各ゾーンに1つずつ{ $copies }コピー、書き込み{ $write }、読み取り{ $read }
durability-mirrored = ミラーディスク：2つのゾーンに{ $copies }コピー、書き込み{ $write }、読み取り{ $read }

## 耐久性：数えるもの

durability-writes-lost = 書き込みクォーラムの喪失
durability-reads-lost = 読み取りクォーラムの喪失
durability-reads-lost-in-one-zone = うち、停止したゾーンが1つ以下（データが危険）
durability-without-writes = 書き込めない時間
durability-without-reads = 読み取りクォーラムのない時間
durability-az-plus-one-readable = ゾーン1つとコピー1つを失ったとき：すべて読めるが、書き込みは待つ
durability-az-plus-one-lost = ゾーン1つとコピー1つを失ったとき：読み取りクォーラムなし

## 耐久性：頻度と長さ

durability-once = { $years }年に1回（{ $soon }～{ $late }年）
durability-often = { $years }年に{ $count }回（{ $low }～{ $high }回）
durability-never = 観測されず：{ $years }年に1回未満
durability-time = 年に{ $span }
durability-no-time = 年に1マイクロ秒未満

## Aurora とミラーリングしたMySQL：数値

contrast-aurora = Aurora
contrast-mirrored = ミラーリングしたMySQL
contrast-transactions = トランザクション数
contrast-ios = 1トランザクションあたりのデータベースノードのI/O
contrast-node-ios = 1トランザクションあたりのストレージノード1台のI/O
contrast-bytes = 1トランザクションあたりにデータベースノードが書くバイト数
contrast-latency =
    { $rank ->
        [50] コミットレイテンシー（中央値）
       *[other] コミットレイテンシー（{ $rank }パーセンタイル）
    }
contrast-waiting = 応答待ちのリクエスト
contrast-value = { $value }
contrast-none = －
contrast-more = { $times }倍
contrast-less = { $times }分の1
contrast-published = 論文では{ $aurora }と{ $mirrored }、{ $times }倍の差
contrast-published-node = 論文では{ $times }倍の差
contrast-run = シミュレーション時間{ $span }、シード{ $seed }。
contrast-aurora-only = Aurora側だけに関わるコマンドが{ $count }個あります（ミラーリングしたMySQLには対応するものがありません）。

## モデルに含むもの、含まないもの

contrast-same = 同じクライアントが同じ順に同じことを依頼します。遅延もディスクも両者で同じです。
contrast-counted = 1回のI/Oで運べるのは最大1ページ（16 KiB）です。Auroraは各コピーへ送るバッチを、MySQLはブロック書き込みを数えます。ブロック書き込みはその後4台のディスクすべてに届きます。
contrast-modelled = MySQLでモデル化したもの：REDOログとバイナリログのグループコミット、ページの二重書き込み、REDOログが満杯のときのページ書き込み待ち、すべてキャッシュに載った100 GBのテーブル。
contrast-left-out = 両者とも省いたもの：プロセッサー、ロック、ディスクからの読み取り。ここでの1トランザクションは1行ですが、論文の測定では複数の文からなります。
contrast-lag-rate = 書き込み/秒
contrast-lag-reader = Auroraのリーダー
contrast-lag-longest = 最大
contrast-lag-logical = 論理レプリカ
contrast-lag-backlog = 未適用
contrast-lag-published = 論文（Aurora、MySQL）
contrast-lag-both = { $aurora }、{ $mysql }
contrast-lag-note = Auroraのリーダーはメモリーにあるページへredoを適用するだけです（遅延は期間中の中央値）。論理レプリカは全トランザクションを一つずつやり直します（遅延は終了時の値）。適用できる量を超えると、負荷が続くかぎり遅延は延び続けます。プライマリは追いつけるものとしています。

## ミラーリングしたMySQLの各部

mirrored-instance = プライマリインスタンス
    .everyday = 店長
mirrored-volume = プライマリのEBSボリューム
    .everyday = 店長の金庫
mirrored-mirror = プライマリのボリュームのミラー
    .everyday = 店長の金庫の控え
mirrored-standby = スタンバイインスタンス
    .everyday = 別棟の代理
mirrored-standby-volume = スタンバイのEBSボリューム
    .everyday = 代理の金庫
mirrored-standby-mirror = スタンバイのボリュームのミラー
    .everyday = 代理の金庫の控え
mirrored-object-store = オブジェクトストア
    .everyday = 書庫
mirrored-under-way = 処理中{ $count }件
mirrored-commits = REDO待ち{ $redo }件、バイナリログ待ち{ $binlog }件、REDOログの空き待ち{ $held }件

## 書き込むもの

mirrored-redo = REDOログ
    .everyday = 日誌
mirrored-binlog = バイナリログ
    .everyday = 第二の日誌
mirrored-double-write = 二重書き込みのページ
    .everyday = バインダーの控え
mirrored-page = ページ
    .everyday = バインダー
mirrored-metadata = テーブルのメタデータ
    .everyday = 目次
mirrored-write = { $kind }、{ $bytes }バイト（書き込み{ $write }）
    .everyday = { $kind }（配達{ $write }）
mirrored-done = 書き込み{ $write }の完了通知
    .everyday = 配達{ $write }の預かり証
mirrored-archive = バイナリログ{ $bytes }バイト
    .everyday = 古い日誌

## 起きること

mirrored-persisted = { $part }が書き込み{ $write }をディスクに保存しました。
    .everyday = { $part }に配達{ $write }が収まりました。
mirrored-pair-done = 書き込み{ $write }がボリュームとそのミラーに届きました。次はスタンバイへ送ります。
    .everyday = 配達{ $write }がこの棟の2つの金庫に収まりました。ここで初めて別棟へ向かいます。
mirrored-chain-done = 書き込み{ $write }が4台のディスクすべてに届きました。
    .everyday = 配達{ $write }が4つの金庫すべてに収まりました。
mirrored-stopped = { $part }が停止しました。どの書き込みも完了できません。
    .everyday = { $part }が使えなくなりました。新しいものは何も安全にできません。
mirrored-restarted = { $part }が復帰しました。ディスクの内容は残っています。
    .everyday = { $part }がまた使えるようになりました。
mirrored-slowed =
    { $times ->
        [1] { $part }の書き込みが通常の速さに戻りました。
       *[other] { $part }の書き込みにかかる時間が通常の{ $times }倍になりました。
    }
mirrored-pages-changed = 「{ $request }」がメモリ上のページを変更し（新たに{ $pages }ページ）、コミットを待っています。
    .everyday = 「{ $request }」を机の上のバインダーに書き、日誌が収まるのを待っています。
mirrored-held = 「{ $request }」は待たされています。ページが書き込まれるまでREDOログに空きがありません。
    .everyday = 「{ $request }」は待たされています。バインダーを片付けるまで日誌に余白がありません。
mirrored-prepared = { $count }件のトランザクションのREDOが永続化されました。次はバイナリログです。
    .everyday = 書類{ $count }件分の日誌が収まりました。次は第二の日誌です。
mirrored-committed = 「{ $request }」がコミットされました。2つのログが4台のディスクすべてにあります。
    .everyday = 「{ $request }」は安全です。2冊の日誌が4つの金庫すべてにあります。
mirrored-read = 「{ $request }」にメモリから応答しました。
    .everyday = 「{ $request }」に机の上のものを見て答えました。
mirrored-flush = { $count }ページの書き込みが始まりました。どのページも2回書きます。
    .everyday = バインダー{ $count }冊を片付け始めました。まず1冊ずつ控えを取ります。
mirrored-checkpoint = ページが所定の位置に書き込まれ、{ $to }より前のREDOが空きました。
    .everyday = バインダーが片付き、日誌に余白ができました。

## できないこと

mirrored-refuse-chain = { $part }は停止したり遅くしたりできません。
mirrored-refuse-stopped = { $part }はすでに停止しています。
mirrored-refuse-running = { $part }は稼働しています。
mirrored-refuse-same = リンクには2つの端が必要です。どちらも{ $part }になっています。
