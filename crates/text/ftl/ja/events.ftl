# 起きたことを一文ずつ述べる。値はエンジニア向け、.everyday は「大切な書類を複数の金庫にしまう」たとえ。
# ライター＝店長、コピー＝金庫、アベイラビリティーゾーン＝棟、プロテクショングループ＝金庫6台の組、レコード＝用紙、
# ページ＝バインダー、確認応答＝預かり証、トランザクション＝書類、コミットレコード＝署名。

## だれが

who-writer = ライター
    .everyday = 店長
who-old-writer = 古いライター
    .everyday = 前の店長
who-clients = クライアント
    .everyday = お客さま
who-visitor = あなた
who-client = クライアント{ $number }
    .everyday = { $number }番のお客さま
who-copy = グループ{ $group }のコピー{ $copy }
    .everyday = 第{ $group }組の金庫{ $copy }
who-node = コピー{ $copy }のストレージノード
    .everyday = 金庫{ $copy }の番人
who-control-plane = コントロールプレーン
    .everyday = 本部
who-reader = リーダー{ $number }
    .everyday = 閲覧室{ $number }

## クライアントの依頼。put と get は操作の名前

request-put = put { $key } = { $value }
    .everyday = 『{ $key }』の欄に『{ $value }』と記入
request-get = get { $key }
    .everyday = 『{ $key }』の欄を閲覧
request-long-get = { $key }の長いクエリ
    .everyday = 『{ $key }』の長い調べもの
request-transaction = { $key }から始まる{ $count }文のトランザクション
    .everyday = 『{ $key }』から始まる{ $count }行の書類
request-gone = リクエスト{ $number }
    .everyday = { $number }番の依頼
request-undo = グループ{ $group }のアンドゥ
    .everyday = 第{ $group }組の後始末

## ネットワークを流れるメッセージ

message-ask = リクエスト「{ $request }」
    .everyday = 依頼「{ $request }」
message-answer = 「{ $request }」への応答
    .everyday = 「{ $request }」への返事
message-write =
    { $records ->
        [1] レコード{ $last }
       *[other] { $last }までのレコード{ $records }件
    }
    .everyday =
        { $records ->
            [1] 用紙{ $last }
           *[other] { $last }までの用紙{ $records }枚
        }
message-fill =
    { $records ->
        [1] 欠けていたレコード{ $last }
       *[other] 欠けていた{ $last }までのレコード{ $records }件
    }
    .everyday =
        { $records ->
            [1] 欠けていた用紙{ $last }の写し
           *[other] 欠けていた{ $last }までの用紙{ $records }枚の写し
        }
message-ack = 確認応答（SCL { $scl }）
    .everyday = 預かり証（{ $scl }まで欠けなし）
message-report = 新しいSCL { $scl }の知らせ
    .everyday = { $scl }まで欠けがなくなったという知らせ
message-compare = 比較のための自分のSCL { $scl }
    .everyday = 照合の問い合わせ（こちらは{ $scl }まで欠けなし）
message-same = SCLは同じ{ $scl }だという返答
    .everyday = こちらも{ $scl }までそろっているという返事
message-lack = { $after }より後のレコードを求める要求
    .everyday = { $after }より後の用紙がほしいという頼み
message-read-page = 「{ $request }」のための、レコード{ $at }時点のページ{ $page }の読み取り要求
    .everyday = 「{ $request }」のために、用紙{ $at }の時点のバインダー{ $page }を見たいという頼み
message-page-image = 「{ $request }」のためのページ
    .everyday = 「{ $request }」のためのバインダー
message-not-that-far = 「{ $request }」に対する、まだ{ $scl }までしかそろっていないという返答
    .everyday = 「{ $request }」に対する、まだ{ $scl }までしかそろっていないという返事
message-members = エポック{ $epoch }のメンバー一覧
    .everyday = 組の名簿（第{ $epoch }版）
message-members-kept = エポック{ $epoch }のメンバーを記録したという返答（SCL { $scl }）
    .everyday = 名簿第{ $epoch }版の受領書（{ $scl }まで欠けなし）
message-copy-page = ページ{ $page }の複製の依頼
    .everyday = ファイル{ $page }を写させてほしいという依頼
message-page-copy = ページ{ $page }の複製
    .everyday = ファイル{ $page }の写し
message-are-you-full = { $needs }までそろったかという問い合わせ
    .everyday = { $needs }までそろったかという問い合わせ
message-full = すべてそろったという返答（SCL { $scl }）
    .everyday = { $scl }まですべてそろったという返事
message-horizon = { $durable }まで永続化済み、PGMRPLは{ $pgmrpl }という知らせ
    .everyday = { $durable }まで安全、{ $pgmrpl }より前はもう見られないという知らせ
message-too-far-back = 「{ $request }」に対する、{ $pgmrpl }より前のページは返せないという返答
    .everyday = 「{ $request }」に対する、{ $pgmrpl }より古いものはもうないという返事
message-unreadable = 「{ $request }」に対する、手元のページが破損しているという返答
    .everyday = 「{ $request }」に対する、手元のバインダーが傷んでいるという返事
message-lack-page = ページ{ $page }の正しい版を求める要求
    .everyday = バインダー{ $page }の写しを求める頼み
message-peer-page = ページ{ $page }の正しい版
    .everyday = バインダー{ $page }の写し
message-stale = エポックが古いという拒否（現在はボリュームエポック{ $volume }、メンバーシップエポック{ $membership }、ジオメトリエポック{ $geometry }）
    .everyday = 鍵が古いという断り（錠は取り替え済み：鍵{ $volume }、金庫{ $membership }、棚{ $geometry }）
message-survey = どこまでそろっているかの問い合わせ（ボリュームエポック{ $epoch }より古い者には従わないこと）
    .everyday = どこまで用紙がそろっているかの問い合わせ（鍵{ $epoch }より古い鍵では開けないこと）
message-surveyed = { $scl }までそろっているという回答
    .everyday = { $scl }まで欠けがないという返事
message-truncate = 切り捨て範囲：{ $first }から{ $last }までは無効
    .everyday = 用紙番号{ $first }から{ $last }までは無効という通知
message-truncated = 切り捨て範囲を永続化したという確認
    .everyday = 無効の番号を書き留めたという確認
message-raise-epoch = ボリュームエポック{ $epoch }を始める指示
    .everyday = 錠を鍵{ $epoch }に替える指示
message-epoch-raised = ボリュームエポック{ $epoch }の確認（SCL { $scl }）
    .everyday = 鍵{ $epoch }の確認（{ $scl }まで欠けなし）
message-pass = { $after }より後のレコードをコピー{ $copy }へ送る指示
    .everyday = { $after }より後の用紙を金庫{ $copy }へ送る指示
message-follow = REDOストリームの配信を求める依頼
    .everyday = 写しを送ってほしいという依頼
message-begin = VDL { $at }からのREDOストリーム開始
    .everyday = 用紙{ $at }から始めるという連絡
message-redo = { $after }より後、{ $upto }までのREDOストリーム（VDL { $vdl }）
    .everyday = { $after }より後、{ $upto }までの用紙の写し（{ $vdl }まで安全）
message-heard = { $upto }まで受信済みの報告（最小の読み取りポイント{ $lowest }）
    .everyday = { $upto }まで届いたという返事（{ $lowest }からまだ必要）
message-gone = メッセージ
    .everyday = 届けもの

## メッセージが失われたわけ

lost-cut = 経路の切断
    .everyday = 道の閉鎖
lost-chance = 偶然の消失
    .everyday = 配達中の紛失
lost-stopped = 受け手の停止
    .everyday = 金庫の故障
lost-not-open = ボリュームがまだ開いていない
    .everyday = レジがまだ開いていない
lost-read-only = リーダーなので書き込みを受け付けない
    .everyday = 閲覧室は書類を受け取らない

## プロテクショングループにできること

ability-read-write = 書き込みクォーラムも読み取りクォーラムも成立
    .everyday = 新しい用紙を安全に預かれます
ability-read-only = 読み取りクォーラムだけが成立、コミットは待機
    .everyday = 新しいものは安全に預かれませんが、失われたものはありません
ability-unavailable = どちらのクォーラムも不成立、コミットは待機
    .everyday = 残った金庫が少なすぎて、新しいものは安全に預かれません

## レコードが変えるもの

change-put-row = 行「{ $key }」への新しい値の設定
    .everyday = 「{ $key }」の欄の書き換え
change-txn-active = トランザクション{ $txn }の開始
    .everyday = 書類{ $txn }の書き始め
change-txn-wrote = トランザクション{ $txn }による行の書き込み
    .everyday = 書類{ $txn }への1行の追加
change-txn-committed = トランザクション{ $txn }のコミットレコード
    .everyday = 書類{ $txn }への署名
change-undo-row = 行「{ $key }」を元の値に戻す
    .everyday = 『{ $key }』の欄を元に戻す
change-txn-rolled-back = トランザクション{ $txn }のロールバック
    .everyday = 書類{ $txn }の取り下げ
change-let-go = すでにページに反映された変更
    .everyday = すでに清書された変更

## できごと

event-run-began = シード{ $seed }で実行を開始しました。
    .everyday = 役所が開きました。今日の番号は{ $seed }です。
event-asked =
    { $write ->
        [yes] { $who }が書き込みを依頼しました：{ $request }。
       *[no] { $who }が読み取りを依頼しました：{ $request }。
    }
    .everyday =
        { $write ->
            [yes] { $who }が書類を持ってきました：{ $request }。
           *[no] { $who }が閲覧を頼みました：{ $request }。
        }
event-sent = { $from }が{ $to }へ送りました：{ $message }。
    .everyday = 配達係が{ $from }から{ $to }へ向かいました：{ $message }。
event-delivered = { $to }が{ $from }から受け取りました：{ $message }。
    .everyday = { $from }からの配達係が{ $to }に着きました：{ $message }。
event-answer = 「{ $request }」への応答があなたに届きました。
event-answer-committed = 「{ $request }」への応答があなたに届きました：LSN { $scn }でコミットしました。
    .everyday = 「{ $request }」への返事があなたに届きました：用紙{ $scn }まで安全です。
event-answer-found = 「{ $request }」への応答があなたに届きました：「{ $value }」。
    .everyday = 「{ $request }」への返事があなたに届きました：「{ $value }」。
event-answer-not-found = 「{ $request }」への応答があなたに届きました：該当する行はありません。
    .everyday = 「{ $request }」への返事があなたに届きました：その欄に記入はありません。
event-answer-page-full = 「{ $request }」への応答があなたに届きました：ページに空きがなく、書き込まれませんでした。
    .everyday = 「{ $request }」への返事があなたに届きました：バインダーがいっぱいで、記入されませんでした。
event-answer-ended = 「{ $request }」への応答があなたに届きました：{ $outcome }。
    .everyday = 「{ $request }」への返事があなたに届きました：{ $outcome }。
transaction-ended =
    { $how ->
        [committed] LSN { $scn }でコミット
        [read-only] 書き込みなしで終了
        [asked] クライアントの指示でロールバック
        [deadlock] デッドロックのためロールバック
        [no-room] ページに空きがなくロールバック
       *[restart] ライターの再起動のためロールバック
    }{ $count ->
        [0] { "" }
       *[other] 、読み取り：{ $found }
    }
    .everyday =
        { $how ->
            [committed] 用紙{ $scn }まで安全
            [read-only] 記入なしで終わり
            [asked] お客さまの希望で取り下げ
            [deadlock] 待ち合いになったので取り下げ
            [no-room] バインダーがいっぱいで取り下げ
           *[restart] 窓口が一時閉まるので取り下げ
        }{ $count ->
            [0] { "" }
           *[other] 、閲覧：{ $found }
        }
event-lost = { $from }から{ $to }への途中で失われました：{ $message }。理由：{ $why }。
event-copy-stopped = グループ{ $group }のコピー{ $copy }が停止しました。
    .everyday = 第{ $group }組の金庫{ $copy }が壊れました。
event-copy-restarted = グループ{ $group }のコピー{ $copy }が復帰しました。ディスクの内容は残っています。
    .everyday = 第{ $group }組の金庫{ $copy }が直りました。中身はそのまま残っています。
event-copy-cut = コピー{ $copy }のストレージノードがネットワークから切り離されました。
    .everyday = 金庫{ $copy }への道がふさがれました。
event-copy-healed = コピー{ $copy }のストレージノードに再び届くようになりました。
    .everyday = 金庫{ $copy }への道が再び通れるようになりました。
event-zone-cut = アベイラビリティーゾーン{ $zone }がほかのゾーンから切り離されました。
    .everyday = { $zone }棟が閉ざされ、だれも出入りできなくなりました。
event-zone-healed = アベイラビリティーゾーン{ $zone }に再び届くようになりました。
    .everyday = { $zone }棟に再び出入りできるようになりました。
event-writer-crashed = ライターがクラッシュし、メモリ上の内容は失われました。応答済みの書き込みはすべてストレージに残っています。
    .everyday = 店長が倒れ、覚えていたことは失われました。預かったと伝えた書類はすべて金庫にあります。
event-writer-started = アベイラビリティーゾーン{ $zone }のインスタンスがライターとして起動し、クラスターエンドポイントの接続先になりました。
    .everyday = { $zone }棟で店長が引き継ぎ、お客さまはそちらへ案内されます。
event-writer-takes-over = アベイラビリティーゾーン{ $zone }のインスタンスがライターとして動き出し、ボリュームを復旧します。
    .everyday = { $zone }棟の代理がレジに入り、まず金庫を確かめます。
event-writer-failed = インスタンス{ $number }がヘルスチェックに続けて応答しないため、コントロールプレーンはライターの障害と判断しました。
    .everyday = 本部がレジ{ $number }を何度呼んでも返事がなく、店長は不在と見なされました。
event-successor-chosen = インスタンス{ $number }が新しいライターに選ばれました。理由：{ $why }。{ $attempt }回目の試みです。
    .everyday = { $number }番の代理がレジに入ります。理由：{ $why }。{ $attempt }回目の試みです。
chosen-only-one = ほかに候補がない
chosen-tier = 昇格階層の優先順位が最も高い
    .everyday = 名簿の先頭にある
chosen-size = 同じ昇格階層の中でサイズが最大
    .everyday = 名簿で並ぶ中で最も大きい
chosen-lot = 階層もサイズも同じなので、くじで決めた
    .everyday = 条件が同じなので、くじで決めた
chosen-asked = 指名された
chosen-in-place = ホストは無事なので、同じ場所で再起動する
    .everyday = 店長を起こす
chosen-recreated = リーダーがないので、同じゾーンに作り直した
    .everyday = 代理がいないので、新しい店長を雇った
event-no-successor = インスタンス{ $number }を引き継ぐものがないため、同じゾーンにライターを作り直します。数分かかります。データはすべてストレージにあります。
    .everyday = レジ{ $number }の代わりがいないため、新しい店長を雇います。数分かかります。書類はすべて金庫にあります。
event-cluster-stranded = ライターになれるインスタンスがなく、そのゾーンにも到達できません。データは安全です。別のゾーンにインスタンスを追加してください。
    .everyday = 店長がおらず、建物も閉鎖中です。書類は安全です。別の棟にレジを開いてください。
event-promotion-began = リーダー{ $number }がプロセスを終え、そのホストがライターとして起動します。
    .everyday = 閲覧室{ $number }が閉まり、代理がレジへ向かいます。
event-writer-demoted = 以前のライターがプロセスを終え、そのホストはリーダーとして戻ります。
    .everyday = 以前の店長はレジを離れ、閲覧室を開きます。
event-endpoint-moved = クラスターエンドポイントがインスタンス{ $number }を指すようになりました。
    .everyday = 入口の案内板がレジ{ $number }を指すようになりました。
event-connected = { $who }がインスタンス{ $number }に接続しました。
    .everyday = { $who }が{ $number }号の前に並びました。
event-connection-broke = { $who }とインスタンス{ $number }の接続が切れました。
    .everyday = { $who }は{ $number }号で待てなくなりました。
event-failover-asked = フェイルオーバーが要求されました。
    .everyday = 店長の交代が求められました。
event-tier-set = インスタンス{ $number }の昇格階層が{ $tier }になりました。これだけではフェイルオーバーは起きません。
    .everyday = { $number }号室の名簿の順位が{ $tier }になりました。
event-reader-added = リーダー{ $number }がアベイラビリティーゾーン{ $zone }に追加されました。
    .everyday = { $zone }棟に閲覧室{ $number }が設けられました。
event-copy-slowed =
    { $times ->
        [1] コピー{ $copy }のディスクが通常の速さに戻りました。
       *[other] コピー{ $copy }のディスクにかかる時間が通常の{ $times }倍になりました。
    }
    .everyday =
        { $times ->
            [1] 金庫{ $copy }の錠がいつもの速さに戻りました。
           *[other] 金庫{ $copy }の錠にいつもの{ $times }倍の時間がかかるようになりました。
        }
event-link-slowed =
    { $times ->
        [1] { $from }と{ $to }の間の経路が通常の速さに戻りました。
       *[other] { $from }と{ $to }の間の経路にかかる時間が通常の{ $times }倍になりました。
    }
    .everyday =
        { $times ->
            [1] { $from }と{ $to }の間の道がいつもの速さに戻りました。
           *[other] { $from }と{ $to }の間の道にいつもの{ $times }倍の時間がかかるようになりました。
        }
event-loss-set =
    { $percent ->
        [0] メッセージが偶然に失われることはなくなりました。
       *[other] これから全メッセージの{ $percent }%が失われます。
    }
    .everyday =
        { $percent ->
            [0] 配達係が届けものをなくすことはなくなりました。
           *[other] これから配達係は届けものの{ $percent }%をなくします。
        }
event-loss-set-copy =
    { $percent ->
        [0] コピー{ $copy }のメッセージが偶然に失われることはなくなりました。
       *[other] これからコピー{ $copy }のメッセージの{ $percent }%が失われます。
    }
    .everyday =
        { $percent ->
            [0] 金庫{ $copy }の配達係が届けものをなくすことはなくなりました。
           *[other] これから金庫{ $copy }の配達係は届けものの{ $percent }%をなくします。
        }
event-load-started = クライアントが自動でリクエストを始めました。
    .everyday = お客さまが次々に来はじめました。
event-load-stopped = クライアントは新しいリクエストをやめました。受付済みのものには応答が続きます。
    .everyday = お客さまの受付を終えました。中にいるお客さまへの対応は続きます。
event-command-refused = シナリオのコマンド{ $number }は、その時点では実行できないため飛ばしました。
event-ability-changed = グループ{ $group }：{ $count }つのコピーに届きます（{ COPIES($reachable) }）。{ $ability }。
    .everyday = 第{ $group }組：{ $count }台の金庫に届きます（{ COPIES($reachable) }）。{ $ability }。
event-record-made =
    ライターがレコード{ $lsn }を作りました。対象はグループ{ $group }のページ{ $page }、内容は{ $change }です。{ NUMBER($before) ->
        [0] グループで最初のレコードです。
       *[other] グループ内では{ $before }の次です。
    }{ $ends-mtr ->
        [yes] これでミニトランザクションが終わります。
       *[no] {""}
    }
    .everyday =
        店長が用紙{ $lsn }を書きました。とじ先は第{ $group }組のバインダー{ $page }、内容は{ $change }です。{ NUMBER($before) ->
            [0] この組で最初の用紙です。
           *[other] この組では{ $before }の次です。
        }{ $ends-mtr ->
            [yes] これで一区切りです。
           *[no] {""}
        }
event-commit-queued = トランザクション{ $txn }は、ログが{ $scn }まで永続化されるのを待ちます。ライターは次の仕事に移ります。
    .everyday = 書類{ $txn }が書き上がりました。{ $scn }までの用紙がすべて安全になれば完了です。店長は次の仕事に移ります。
event-statement-began = 「{ $request }」の第{ $number }文：{ $statement }。
    .everyday = 「{ $request }」の{ $number }行目：{ $statement }。
event-statement-last = 「{ $request }」が終わりに来ました。
    .everyday = 「{ $request }」はこれで全部です。
event-row-written = トランザクション{ $txn }がレコード{ $lsn }で行を書きました。終わるまで他の誰もこの行を書けず、新しい値は誰にも見えません。
    .everyday = 書類{ $txn }に1行加わりました（用紙{ $lsn }）。署名されるまで他の人はその欄に触れず、中身も見せません。
event-lock-awaited = 「{ $request }」は待ちます。行のロックはトランザクション{ $txn }が持っています。
    .everyday = 「{ $request }」は待ちます。その欄は書類{ $txn }が使っています。
event-commit-shared = トランザクション{ $txn }は複数のグループに書き込みました。レコード{ $lsn }はその一つにコミットを記します。
    .everyday = 書類{ $txn }は複数の組にまたがります。用紙{ $lsn }はその一つに署名を控えます。
event-rollback-began =
    「{ $request }」をロールバックします。{ $why ->
        [asked] クライアントの指示です。行は元の値に戻ります。
        [deadlock] 互いに待ち合うデッドロックになるためです。
        [no-room] ページに行の入る余地がないためです。
       *[restart] ライターが再起動するためです。
    }
    .everyday =
        「{ $request }」を取り下げます。{ $why ->
            [asked] お客さまの希望です。欄は元に戻ります。
            [deadlock] 互いにいつまでも待つことになるためです。
            [no-room] バインダーがいっぱいのためです。
           *[restart] 窓口が一時閉まるためです。
        }
event-transaction-ended = 「{ $request }」が終わりました：{ $outcome }。
    .everyday = 「{ $request }」は片づきました：{ $outcome }。
event-allocation-held = 「{ $request }」はLSNの割り当てを待ちます。ログがVDLより先へ進みすぎています。
    .everyday = 「{ $request }」は待たされます。まだ安全になっていない用紙が多すぎます。
event-persisted =
    グループ{ $group }のコピー{ $copy }が{ $records ->
        [1] レコード{ $last }
       *[other] { $last }までのレコード{ $records }件
    }をディスクに保存しました。SCLは{ $scl }です。
    .everyday =
        第{ $group }組の金庫{ $copy }が{ $records ->
            [1] 用紙{ $last }
           *[other] { $last }までの用紙{ $records }枚
        }をしまいました。{ $scl }まで欠けはありません。
event-scl-heard = ライターは、グループ{ $group }のコピー{ $copy }のSCLが{ $scl }だと知りました。
    .everyday = 店長は、第{ $group }組の金庫{ $copy }に{ $scl }までの用紙がそろっていると知りました。
event-pgcl-moved = グループ{ $group }のPGCLが{ $to }に進みました。4つのコピーがそこまでそろっています。
    .everyday = 第{ $group }組では、4台の金庫に{ $to }までの用紙がそろいました。
event-vcl-moved = VCLが{ $to }に進みました。そこまでのすべてのレコードで書き込みクォーラムが成立しています。
    .everyday = { $to }までのどの用紙も、その組の金庫4台以上に入りました。
event-vdl-moved = VDLが{ $to }に進みました。VCLまでの範囲で最後の整合点です。
    .everyday = 用紙{ $to }まで安全です。そこまでの区切りはすべて完了しています。
event-commit-acknowledged = トランザクション{ $txn }がコミットしました。ログはコミットレコードの{ $scn }まで永続化されています。
    .everyday = 書類{ $txn }は安全です。署名の用紙{ $scn }まで、すべて4台以上の金庫に入っています。
event-read-began = ライターが「{ $request }」を始めました。ページは{ $page }、読み取りポイントは{ $read-point }です。
    .everyday = 店長が「{ $request }」に取りかかりました。用紙{ $read-point }の時点のバインダー{ $page }を見ます。
event-page-built =
    グループ{ $group }のコピー{ $copy }が「{ $request }」のために{ $applied ->
        [0] ページ{ $page }をそのまま用意しました。適用するレコードはありませんでした。
       *[other] レコード{ $applied }件を適用してページ{ $page }を作りました。
    }
    .everyday =
        第{ $group }組の金庫{ $copy }の番人が「{ $request }」のために{ $applied ->
            [0] バインダー{ $page }をそのまま用意しました。とじ足す用紙はありませんでした。
           *[other] 用紙{ $applied }枚をとじ足してバインダー{ $page }を最新にしました。
        }
event-read-answered =
    { $found ->
        [yes] ライターが「{ $request }」の行を見つけました。
       *[no] 「{ $request }」に当たる行はありません。
    }
    .everyday =
        { $found ->
            [yes] 店長が「{ $request }」の記入を見つけました。
           *[no] 「{ $request }」に当たる記入はありません。
        }
event-group-added = 新しい行の入るページがないため、プロテクショングループ{ $group }をボリュームに追加しました。ジオメトリエポック{ $epoch }が始まります。
    .everyday = どのバインダーもいっぱいなので、6つの金庫の組をもう1つ加えました。組{ $group }です。全員に組の一覧（第{ $epoch }版）が渡ります。
event-page-full = 「{ $request }」は断られました。ページ{ $page }に行の入る余地がありません。
    .everyday = 「{ $request }」は断られました。バインダー{ $page }がいっぱいです。
event-image-damaged = グループ{ $group }のコピー{ $copy }が「{ $request }」のために送ったページは、壊れて届いたため破棄しました。
    .everyday = 第{ $group }組の金庫{ $copy }が「{ $request }」のために送ったバインダーは、傷んで届いたため捨てました。
event-horizon-told = ライターがグループ{ $group }のコピーに伝えました：{ $durable }まで永続化済み、使用中の最も低い読み取りポイント（PGMRPL）は{ $pgmrpl }です。
    .everyday = 事務所が第{ $group }組の金庫に伝えました：用紙{ $durable }まで安全で、{ $pgmrpl }より前はもう誰も見ません。
event-page-evicted = ページ{ $page }がライターのバッファキャッシュから追い出されました。最新の変更{ $lsn }は永続化済みです。
    .everyday = バインダー{ $page }を机から片づけました。最新の用紙{ $lsn }は安全です。
event-coalesced = グループ{ $group }のコピー{ $copy }が、レコード{ $records }件をページの新しい版{ $pages }個にまとめました。残りは{ $backlog }件です。
    .everyday = 第{ $group }組の金庫{ $copy }で、用紙{ $records }枚をバインダー{ $pages }冊に清書しました。残りは{ $backlog }枚です。
event-staged = グループ{ $group }のコピー{ $copy }が、{ $upto }までのレコード{ $records }件とページ{ $pages }個をオブジェクトストアに送りました。
    .everyday = 第{ $group }組の金庫{ $copy }が、{ $upto }までの用紙{ $records }枚とバインダー{ $pages }冊の写しを書庫に送りました。
event-collected = グループ{ $group }のコピー{ $copy }が、{ $upto }までのレコード{ $records }件とページの古い版{ $versions }個を回収しました。もう読まれることはありません。
    .everyday = 第{ $group }組の金庫{ $copy }で、{ $upto }までの用紙{ $records }枚と古いバインダー{ $versions }冊を処分しました。もう見る人はいません。
event-scrubbed = グループ{ $group }のコピー{ $copy }が、ページの版{ $pages }個のチェックサムを調べました。破損は{ $damaged }個です。
    .everyday = 第{ $group }組の金庫{ $copy }の番人が、バインダー{ $pages }冊を点検しました。傷みは{ $damaged }冊です。
event-damage-found = グループ{ $group }のコピー{ $copy }が、ページ{ $page }の破損を見つけ、ほかのコピーに正しい版を求めます。
    .everyday = 第{ $group }組の金庫{ $copy }の番人が、バインダー{ $page }の傷みを見つけ、ほかの金庫に写しを頼みます。
event-page-repaired = グループ{ $group }のコピー{ $copy }が、コピー{ $from }から受け取ったページ{ $page }で修復されました。
    .everyday = 第{ $group }組の金庫{ $copy }のバインダー{ $page }が、金庫{ $from }の写しで直りました。
event-intake-throttled =
    グループ{ $group }のコピー{ $copy }が、{ $on ->
        [yes] 受け入れを遅くしました
       *[no] 受け入れを元の速さに戻しました
    }。ページにまとめていないレコードは{ $backlog }件です。
    .everyday =
        第{ $group }組の金庫{ $copy }が、{ $on ->
            [yes] 使いの者を待たせています
           *[no] もう使いの者を待たせません
        }。清書していない用紙は{ $backlog }枚です。
event-background-paused = すべてのコピーのバックグラウンド処理を止めました。
    .everyday = すべての金庫の番人が手を休めました。
event-background-paused-copy = コピー{ $copy }のバックグラウンド処理を止めました。
    .everyday = 金庫{ $copy }の番人が手を休めました。
event-background-resumed = すべてのコピーのバックグラウンド処理を再開しました。
    .everyday = すべての金庫の番人が仕事に戻りました。
event-background-resumed-copy = コピー{ $copy }のバックグラウンド処理を再開しました。
    .everyday = 金庫{ $copy }の番人が仕事に戻りました。
event-page-damaged = グループ{ $group }のコピー{ $copy }のディスクで、ページ{ $page }が破損しました。まだ気づかれていません。
    .everyday = 第{ $group }組の金庫{ $copy }で、バインダー{ $page }が傷みました。まだ誰も気づいていません。
event-long-read-ended = 長いクエリ「{ $request }」が終わり、開始時点の行を読みます。
    .everyday = 長い調べもの「{ $request }」が終わり、始めた時点の欄を見ます。
event-refused = グループ{ $group }のコピー{ $copy }が、{ $from }から届いたものを拒否しました。送り手のエポックが古いためです（現在はボリューム{ $volume }、メンバーシップ{ $membership }、ジオメトリ{ $geometry }）。コピーには何の変化もありません。
    .everyday = 第{ $group }組の金庫{ $copy }の番人が{ $from }を断りました。錠を取り替える前の鍵だったからです。中身はそのままです。
event-epoch-learnt = グループ{ $group }のコピー{ $copy }が新しいエポックを知りました：ボリューム{ $volume }、メンバーシップ{ $membership }、ジオメトリ{ $geometry }。
    .everyday = 第{ $group }組の金庫{ $copy }の錠が新しくなりました。古い鍵はもう合いません。
event-writer-refreshed = ライターはグループ{ $group }のコピー{ $copy }に拒否され、現在のエポック（メンバーシップ{ $membership }、ジオメトリ{ $geometry }）を取り込みました。同じものを一度だけ送り直します。
    .everyday = 店長は第{ $group }組の金庫{ $copy }で断られ、変更を書き留めて、もう一度だけ届けます。
event-hot-found = グループ{ $group }のコピー{ $copy }は、バッチの永続化に{ $takes }かかっています。ほかのコピーの中央値は{ $others }です。このストレージノードに負荷が集中しています。
    .everyday = 第{ $group }組の金庫{ $copy }は、用紙をしまうのに{ $takes }かかっています。ほかは{ $others }です。利用が多すぎます。
event-replacement-began =
    { $why ->
        [hot] 負荷が集中しているため、グループ{ $group }のコピー{ $copy }を不良と見なして移します。
        [away] 応答のない時間が長すぎるため、グループ{ $group }のコピー{ $copy }を置き換えます。
       *[asked] グループ{ $group }のコピー{ $copy }を置き換えます。
    }新しいコピーがそろうまで、何も捨てません。
    .everyday =
        { $why ->
            [hot] 利用が多すぎるので、第{ $group }組の金庫{ $copy }を取り替えます。
            [away] 長く連絡がつかないので、第{ $group }組の金庫{ $copy }を取り替えます。
           *[asked] 第{ $group }組の金庫{ $copy }を取り替えます。
        }新しい金庫がいっぱいになるまで残しておきます。
event-replacement-taken-back =
    { $came-back ->
        [yes] 新しいコピーがそろう前に戻ってきたので、グループ{ $group }のコピー{ $copy }はメンバーのままです。
       *[no] グループ{ $group }のコピー{ $copy }はメンバーのままです。
    }
    .everyday =
        { $came-back ->
            [yes] また連絡がついたので、第{ $group }組の金庫{ $copy }はそのまま残ります。
           *[no] 第{ $group }組の金庫{ $copy }はそのまま残ります。
        }
event-patch-began = パッチ適用のため、コピー{ $copy }のストレージノードが停止します。
    .everyday = 金庫{ $copy }の番人が研修に出ました。
event-patch-ended = コピー{ $copy }のストレージノードにパッチを適用しました。
    .everyday = 金庫{ $copy }の番人が研修から戻りました。
event-members-proposed =
    { $count ->
        [1] グループ{ $group }のメンバーはエポック{ $epoch }で{ $sixes }です。
       *[other] グループ{ $group }のメンバーが変わります。エポック{ $epoch }では、書き込みは{ $sixes }のそれぞれで、読み取りはどれか1つでクォーラムが必要です。
    }
    .everyday =
        { $count ->
            [1] 名簿第{ $epoch }版：第{ $group }組は{ $sixes }です。
           *[other] 名簿第{ $epoch }版：第{ $group }組では、{ $sixes }のどの組でも十分な数の金庫に入れなければなりません。
        }
event-members-recorded = グループ{ $group }のメンバーシップエポック{ $epoch }が記録されました（{ COPIES($by) }）。
    .everyday = 第{ $group }組の名簿第{ $epoch }版が行き渡りました（{ COPIES($by) }）。
event-base-copied = グループ{ $group }のコピー{ $copy }が、レコード{ $at }時点のページを写し終えました。続きのログはほかのコピーから取り寄せます。
    .everyday = 第{ $group }組の金庫{ $copy }が、{ $at }時点のファイルを写し終えました。残りの紙を取り寄せます。
event-hydrated = グループ{ $group }のコピー{ $copy }が{ $scl }までそろい、これからは数に入ります。
    .everyday = 第{ $group }組の金庫{ $copy }が{ $scl }までそろい、これからは数に入ります。
event-recovery-began = ボリュームエポック{ $epoch }に向けたリカバリが始まりました。全グループの全コピーに、どこまでそろっているかを尋ねます。ログの再実行はありません。
    .everyday = 新しい店長が、すべての金庫にどこまで用紙があるかを一斉に尋ねます。書き直しは要りません。
event-fenced = グループ{ $group }のコピー{ $copy }は、ボリュームエポック{ $epoch }より古いライターには従わなくなりました。
    .everyday = 第{ $group }組の金庫{ $copy }は、鍵{ $epoch }より古い鍵では開かなくなりました。
event-survey-heard = リカバリ中のライターは、グループ{ $group }のコピー{ $copy }が{ $scl }までそろっていることを知りました。
    .everyday = 新しい店長は、第{ $group }組の金庫{ $copy }が{ $scl }まで欠けなしと知りました。
event-pgcl-recovered = グループ{ $group }の復元したPGCLは{ $to }です（{ $count }件の回答：{ COPIES($reachable) }）。4つのコピーにあったレコードは、これより上にはありません。
    .everyday = { $count }件の返事（{ COPIES($reachable) }）から、第{ $group }組は用紙{ $to }までと決まりました。4台にあった用紙はこれより上にありません。
event-range-decided = 復元したVCLは{ $vcl }、VDLは{ $vdl }です。それより上は取り消し、LSN { $first }から{ $last }までを無効とします。
    .everyday = 用紙{ $vdl }までを有効とし、{ $first }番から{ $last }番までは無効とします。
event-range-written = グループ{ $group }のコピー{ $copy }が、切り捨て範囲{ $first }から{ $last }をディスクに書き込みました。
    .everyday = 第{ $group }組の金庫{ $copy }が、{ $first }番から{ $last }番までは無効と書き留めました。
event-epoch-raised = グループ{ $group }のコピー{ $copy }がボリュームエポック{ $epoch }に入りました。そこでのSCLは{ $scl }です。
    .everyday = 第{ $group }組の金庫{ $copy }の錠が鍵{ $epoch }用になりました。用紙は{ $scl }まで欠けなしです。
event-volume-opened = ボリュームがボリュームエポック{ $epoch }で再び開きました。次のLSNは{ $next }です。
    .everyday = レジが再び開きました。次の用紙は{ $next }番です。
event-writer-fenced = 古いライターは、ボリュームエポック{ $epoch }が始まったことを知り、停止しました。
    .everyday = 前の店長は、錠が鍵{ $epoch }用に替わったと知り、仕事をやめました。
event-unfinished-found = グループ{ $group }のトランザクション{ $txn }は書き込みの途中で、コミットされていません。取り消します。
    .everyday = 第{ $group }組の書類{ $txn }は書きかけで署名がありません。取り下げます。
event-txn-undone = トランザクション{ $txn }は、新しい処理と並行して、レコード{ $lsn }でロールバックされます。
    .everyday = 書類{ $txn }は、ほかの仕事を止めずに、用紙{ $lsn }で取り下げられます。
event-reader-stopped = リーダー{ $number }が停止し、メモリ上の内容は失われました。ライターには影響しません。
    .everyday = 閲覧室{ $number }が閉まりました。店長の仕事は変わりません。
event-reader-restarted = リーダー{ $number }が、メモリが空の状態で再起動しました。
    .everyday = 閲覧室{ $number }が、空の棚で再び開きました。
event-reader-joined = リーダー{ $number }がライターに追随しています。ストレージは{ $lowest }以降の必要なバージョンを残します。
    .everyday = 閲覧室{ $number }に写しが届いています。用紙{ $lowest }以降の古いバインダーは残されます。
event-reader-away = リーダー{ $number }は不在と見なされ、そのために残されるバージョンはなくなります。
    .everyday = 閲覧室{ $number }は閉まったと見なされ、そのために残すものはなくなります。
event-reader-began = リーダー{ $number }がVDL { $at }から始めます。その後変わっていないページは残ります。
    .everyday = 閲覧室{ $number }が用紙{ $at }から始めます。まだ正しいものは棚に残ります。
event-reader-moved = リーダー{ $number }が一度にVDL { $to }へ進みました。キャッシュ上のページへの適用は{ $applied }件、破棄は{ $dropped }件です。
    .everyday = 閲覧室{ $number }が一度に用紙{ $to }へ進みました。綴じたのは{ $applied }枚、捨てたのは{ $dropped }枚です。
event-reader-read-began = リーダー{ $number }が「{ $request }」を始めました。ページは{ $page }、読み取りポイントは{ $read-point }です。
    .everyday = 閲覧室{ $number }が「{ $request }」に取りかかりました。用紙{ $read-point }の時点のバインダー{ $page }を見ます。
event-reader-answered =
    { $found ->
        [yes] リーダー{ $number }が「{ $request }」の行を見つけました。
       *[no] リーダー{ $number }には「{ $request }」に当たる行がありません。
    }
event-load-began = ライターは「{ $request }」のために、まずページ{ $page }を読みます。起動してからまだ見ていないためです。
    .everyday = 店長は「{ $request }」のために、まずバインダー{ $page }を取り寄せます。まだ見ていないからです。
event-page-loaded = 「{ $request }」のためのページ{ $page }が届きました。
    .everyday = 「{ $request }」のためのバインダー{ $page }が届きました。
