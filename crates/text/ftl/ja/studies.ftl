# 本編の実行とは別の2つの実験：クォーラムを失う頻度と、ミラーリングしたMySQLとの比較。

## 耐久性：前提

durability-repair = { $gigabytes } GBのセグメントを{ $gigabits } Gbit/sで複製し直すのに{ $span }かかります。
durability-rates = 前提：コピーは{ $copy }日に1回故障し、ゾーンは{ $zone }日に1回{ $span }停止します。どれも偶然に、互いに無関係に起こります。
durability-study = 保護グループ1つを方式ごとに{ $years }年分シミュレーション（シード{ $seed }）。かっこ内は95%信頼区間。

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
