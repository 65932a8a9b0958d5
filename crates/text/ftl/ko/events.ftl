# 일어난 일을 한 문장씩 말한다. 값은 엔지니어용, .everyday는 ‘중요한 문서를 여러 금고에 나누어 보관한다’는 비유.
# 라이터=점장, 사본=금고, 가용 영역=동, 보호 그룹=금고 여섯 개 한 조, 레코드=용지, 페이지=바인더,
# 확인 응답=보관증, 트랜잭션=문서, 커밋 레코드=서명.
# 앞말에 따라 달라지는 조사는 JOSA가 고른다.

## 누가

who-writer = 라이터
    .everyday = 점장
who-old-writer = 옛 라이터
    .everyday = 앞의 점장
who-clients = 클라이언트
    .everyday = 손님
who-visitor = 여러분
who-client = 클라이언트 { $number }
    .everyday = { $number }번 손님
who-copy = 그룹 { $group }의 사본 { $copy }
    .everyday = { $group }조 금고 { $copy }
who-node = 사본 { $copy }의 스토리지 노드
    .everyday = 금고 { $copy }의 관리인
who-control-plane = 컨트롤 플레인
    .everyday = 본사
who-reader = 리더 { $number }
    .everyday = 열람실 { $number }

## 클라이언트의 요청. put과 get은 작업 이름이다

request-put = put { $key } = { $value }
    .everyday = ‘{ $key }’ 칸에 ‘{ $value }’ 적기
request-get = get { $key }
    .everyday = ‘{ $key }’ 칸 열람
request-long-get = { $key } 긴 쿼리
    .everyday = ‘{ $key }’ 칸 오랜 조사
request-transaction = { $key }부터 시작하는 { $count }문장 트랜잭션
    .everyday = ‘{ $key }’ 칸부터 시작하는 { $count }줄 문서
request-gone = 요청 { $number }
    .everyday = { $number }번 부탁
request-undo = 그룹 { $group }의 언두
    .everyday = { $group }조의 뒷정리

## 네트워크를 오가는 메시지

message-ask = 요청 “{ $request }”
    .everyday = 부탁 “{ $request }”
message-answer = “{ $request }”에 대한 응답
    .everyday = “{ $request }”에 대한 답
message-write =
    { $records ->
        [1] 레코드 { $last }
       *[other] { $last }까지의 레코드 { $records }개
    }
    .everyday =
        { $records ->
            [1] 용지 { $last }
           *[other] { $last }까지의 용지 { $records }장
        }
message-fill =
    { $records ->
        [1] 빠져 있던 레코드 { $last }
       *[other] 빠져 있던 { $last }까지의 레코드 { $records }개
    }
    .everyday =
        { $records ->
            [1] 빠져 있던 용지 { $last }의 복사본
           *[other] 빠져 있던 { $last }까지의 용지 { $records }장의 복사본
        }
message-ack = 확인 응답(SCL { $scl })
    .everyday = 보관증({ $scl }까지 빠짐없음)
message-report = 새 SCL({ $scl })
    .everyday = { $scl }까지 다 채웠다는 소식
message-compare = 비교용 SCL({ $scl })
    .everyday = 맞춰 보자는 쪽지(이쪽은 { $scl }까지 빠짐없음)
message-same = SCL이 똑같이 { $scl }이라는 답
    .everyday = 이쪽도 { $scl }까지 다 있다는 답
message-lack = { $after } 다음 레코드를 달라는 요청
    .everyday = { $after } 다음 용지를 달라는 부탁
message-read-page = “{ $request }”에 쓸 페이지 { $page }의 읽기 요청(레코드 { $at } 시점)
    .everyday = “{ $request }”에 쓸 바인더 { $page }의 열람 부탁(용지 { $at } 시점)
message-page-image = “{ $request }”에 쓸 페이지
    .everyday = “{ $request }”에 쓸 바인더
message-not-that-far = “{ $request }”에 대해 아직 { $scl }까지만 완전하다는 답
    .everyday = “{ $request }”에 대해 아직 { $scl }까지만 다 있다는 답
message-members = 에포크 { $epoch }의 멤버 목록
    .everyday = 조 명단 제{ $epoch }판
message-members-kept = 에포크 { $epoch }의 멤버를 기록했다는 답(SCL { $scl })
    .everyday = 명단 제{ $epoch }판 수령증({ $scl }까지 빠짐없음)
message-copy-page = 페이지 { $page } 복사 요청
    .everyday = 서류철 { $page } 베끼기 요청
message-page-copy = 페이지 { $page }의 복사본
    .everyday = 서류철 { $page }의 사본
message-are-you-full = { $needs }까지 갖추었는지 묻는 질문
    .everyday = { $needs }까지 다 있는지 묻는 쪽지
message-full = 다 갖추었다는 답(SCL { $scl })
    .everyday = { $scl }까지 다 있다는 답
message-horizon = { $durable }까지 영구 저장되었고 PGMRPL은 { $pgmrpl }이라는 소식
    .everyday = { $durable }까지 안전하고 { $pgmrpl } 이전은 더 찾지 않는다는 소식
message-too-far-back = “{ $request }”에 대해 { $pgmrpl } 이전의 페이지는 줄 수 없다는 답
    .everyday = “{ $request }”에 대해 { $pgmrpl }보다 오래된 것은 없다는 답
message-unreadable = “{ $request }”에 대해 제 페이지가 손상되었다는 답
    .everyday = “{ $request }”에 대해 제 바인더가 망가졌다는 답
message-lack-page = 페이지 { $page }의 온전한 버전을 달라는 요청
    .everyday = 바인더 { $page }의 사본을 달라는 부탁
message-peer-page = 페이지 { $page }의 온전한 버전
    .everyday = 바인더 { $page }의 사본
message-stale = 에포크가 낡았다는 거부(현재 볼륨 에포크 { $volume }, 멤버십 에포크 { $membership }, 지오메트리 에포크 { $geometry })
    .everyday = 열쇠가 낡았다는 거절(자물쇠가 바뀜: 열쇠 { $volume }, 금고 { $membership }, 선반 { $geometry })
message-survey = 어디까지 완전한지 묻는 질문(볼륨 에포크 { $epoch }보다 오래된 쪽은 따르지 말 것)
    .everyday = 어디까지 용지가 있는지 묻는 질문(열쇠 { $epoch }보다 오래된 열쇠에는 열지 말 것)
message-surveyed = { $scl }까지 완전하다는 답
    .everyday = { $scl }까지 빠짐없다는 답
message-truncate = 잘라 낼 범위: { $first }부터 { $last }까지 무효
    .everyday = 용지 번호 { $first }부터 { $last }까지 무효라는 알림
message-truncated = 잘라 낼 범위를 디스크에 썼다는 확인
    .everyday = 무효 번호를 적어 두었다는 확인
message-raise-epoch = 볼륨 에포크 { $epoch }의 시작 지시
    .everyday = 자물쇠를 열쇠 { $epoch }(으)로 바꾸라는 지시
message-epoch-raised = 볼륨 에포크 { $epoch }의 확인(SCL { $scl })
    .everyday = 열쇠 { $epoch }의 확인({ $scl }까지 빠짐없음)
message-pass = { $after } 다음 레코드를 사본 { $copy } 쪽으로 보내라는 지시
    .everyday = { $after } 다음 용지를 금고 { $copy } 쪽으로 보내라는 지시
message-follow = 리두 스트림을 보내 달라는 요청
    .everyday = 사본을 보내 달라는 부탁
message-begin = VDL { $at }에서 시작하는 리두 스트림
    .everyday = 용지 { $at }부터 시작하라는 연락
message-redo = { $after } 다음부터 { $upto }까지의 리두 스트림, VDL { $vdl }
    .everyday = { $after } 다음부터 { $upto }까지의 용지 사본({ $vdl }까지 안전)
message-heard = { $upto }까지 모두 받았다는 보고, 가장 낮은 읽기 지점 { $lowest }
    .everyday = { $upto }까지 모두 받았고 { $lowest }부터 아직 필요하다는 답
message-gone = 메시지
    .everyday = 배달물

## 메시지가 사라진 까닭

lost-cut = 경로 끊김
    .everyday = 길 막힘
lost-chance = 우연한 유실
    .everyday = 배달 중 분실
lost-stopped = 받는 쪽 멈춤
    .everyday = 금고 고장
lost-not-open = 볼륨이 아직 열리지 않음
    .everyday = 계산대가 아직 열리지 않음
lost-read-only = 리더라서 쓰기를 받지 않음
    .everyday = 열람실은 문서를 받지 않음

## 보호 그룹이 할 수 있는 일

ability-read-write = 쓰기 쿼럼과 읽기 쿼럼이 모두 성립합니다
    .everyday = 새 용지를 안전하게 맡을 수 있습니다
ability-read-only = 읽기 쿼럼만 성립하며 커밋은 기다립니다
    .everyday = 새 용지는 안전하게 맡을 수 없지만 잃은 것은 없습니다
ability-unavailable = 어느 쿼럼도 성립하지 않으며 커밋은 기다립니다
    .everyday = 남은 금고가 너무 적어 새 용지를 안전하게 맡을 수 없습니다

## 레코드가 바꾸는 것

change-put-row = 행 ‘{ $key }’에 새 값 저장
    .everyday = ‘{ $key }’ 칸 고쳐 쓰기
change-txn-active = 트랜잭션 { $txn } 시작
    .everyday = 문서 { $txn } 쓰기 시작
change-txn-wrote = 트랜잭션 { $txn }의 행 쓰기
    .everyday = 문서 { $txn }에 한 줄 추가
change-txn-committed = 트랜잭션 { $txn }의 커밋 레코드
    .everyday = 문서 { $txn }의 서명
change-undo-row = 행 ‘{ $key }’ 되돌리기
    .everyday = ‘{ $key }’ 칸 되돌리기
change-txn-rolled-back = 트랜잭션 { $txn } 롤백
    .everyday = 문서 { $txn } 철회
change-let-go = 이미 페이지에 반영된 변경
    .everyday = 이미 옮겨 적은 변경

## 이벤트

event-run-began = 시드 { JOSA($seed, "으로/로") } 실행을 시작했습니다.
    .everyday = 사무소가 문을 열었습니다. 오늘의 번호는 { $seed }입니다.
event-asked =
    { $write ->
        [yes] { JOSA($who, "이/가") } 쓰기를 요청했습니다: { $request }.
       *[no] { JOSA($who, "이/가") } 읽기를 요청했습니다: { $request }.
    }
    .everyday =
        { $write ->
            [yes] { JOSA($who, "이/가") } 문서를 가져왔습니다: { $request }.
           *[no] { JOSA($who, "이/가") } 열람을 부탁했습니다: { $request }.
        }
event-sent = { JOSA($from, "이/가") } { $to } 쪽으로 보냈습니다: { $message }.
    .everyday = 배달원이 { $from } 쪽에서 { $to } 쪽으로 떠났습니다: { $message }.
event-delivered = { JOSA($to, "이/가") } { $from } 쪽에서 받았습니다: { $message }.
    .everyday = { $from } 쪽에서 온 배달원이 { $to } 쪽에 닿았습니다: { $message }.
event-answer = “{ $request }”에 대한 응답이 도착했습니다.
event-answer-committed = “{ $request }”에 대한 응답이 도착했습니다: LSN { $scn }에서 커밋되었습니다.
    .everyday = “{ $request }”에 대한 답이 도착했습니다: 용지 { $scn }까지 안전합니다.
event-answer-found = “{ $request }”에 대한 응답이 도착했습니다: “{ $value }”.
    .everyday = “{ $request }”에 대한 답이 도착했습니다: “{ $value }”.
event-answer-not-found = “{ $request }”에 대한 응답이 도착했습니다: 해당하는 행이 없습니다.
    .everyday = “{ $request }”에 대한 답이 도착했습니다: 해당하는 칸이 없습니다.
event-answer-page-full = “{ $request }”에 대한 응답이 도착했습니다: 페이지에 자리가 없어 쓰지 못했습니다.
    .everyday = “{ $request }”에 대한 답이 도착했습니다: 바인더에 자리가 없어 적지 못했습니다.
event-answer-ended = “{ $request }”에 대한 응답이 도착했습니다: { $outcome }.
    .everyday = “{ $request }”에 대한 답이 도착했습니다: { $outcome }.
transaction-ended =
    { $how ->
        [committed] LSN { $scn }에서 커밋
        [read-only] 쓰기 없이 끝남
        [asked] 클라이언트 요청으로 롤백
        [deadlock] 교착 상태로 롤백
        [no-room] 페이지에 자리가 없어 롤백
       *[restart] 라이터 재시작으로 롤백
    }{ $count ->
        [0] { "" }
       *[other] , 읽은 값: { $found }
    }
    .everyday =
        { $how ->
            [committed] 용지 { $scn }까지 안전
            [read-only] 적은 것 없이 끝남
            [asked] 손님 뜻대로 철회
            [deadlock] 서로 기다리게 되어 철회
            [no-room] 바인더가 가득 차서 철회
           *[restart] 창구가 잠시 닫혀 철회
        }{ $count ->
            [0] { "" }
           *[other] , 열람한 내용: { $found }
        }
event-lost = { $from } 쪽에서 { $to } 쪽으로 가던 중 사라졌습니다: { $message }. 까닭: { $why }.
event-copy-stopped = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 멈췄습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } 고장 났습니다.
event-copy-restarted = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 다시 작동합니다. 디스크의 내용은 그대로입니다.
    .everyday = { $group }조 금고 { JOSA($copy, "을/를") } 고쳤습니다. 안에 든 것은 그대로입니다.
event-copy-cut = 사본 { $copy }의 스토리지 노드가 네트워크에서 끊겼습니다.
    .everyday = 금고 { JOSA($copy, "으로/로") } 가는 길이 막혔습니다.
event-copy-healed = 사본 { $copy }의 스토리지 노드에 다시 연결됩니다.
    .everyday = 금고 { JOSA($copy, "으로/로") } 가는 길이 다시 열렸습니다.
event-zone-cut = 가용 영역 { JOSA($zone, "이/가") } 다른 가용 영역과 끊겼습니다.
    .everyday = { $zone }동이 봉쇄되어 아무도 드나들 수 없습니다.
event-zone-healed = 가용 영역 { $zone }에 다시 연결됩니다.
    .everyday = { $zone }동에 다시 드나들 수 있습니다.
event-writer-crashed = 라이터가 비정상 종료되어 메모리의 내용을 잃었습니다. 확인된 쓰기는 모두 스토리지에 남아 있습니다.
    .everyday = 점장이 쓰러져 기억하던 것을 잃었습니다. 맡았다고 답한 문서는 모두 금고에 있습니다.
event-writer-started = 가용 영역 { $zone }의 인스턴스가 라이터로 시작하고 클러스터 엔드포인트가 그쪽을 가리킵니다.
    .everyday = { $zone }동의 점장이 이어받아 손님은 이제 그쪽으로 안내됩니다.
event-writer-takes-over = 가용 영역 { $zone }의 인스턴스가 라이터로 실행되어 볼륨을 복구합니다.
    .everyday = { $zone }동의 대리가 계산대를 맡아 먼저 금고를 확인합니다.
event-writer-failed = 인스턴스 { $number }번이 상태 확인에 잇달아 응답하지 않아 컨트롤 플레인이 라이터 장애로 판단했습니다.
    .everyday = 본사가 계산대 { $number }번을 여러 번 불러도 답이 없어 점장이 자리에 없다고 보았습니다.
event-successor-chosen = 인스턴스 { $number }번이 라이터로 선택되었습니다. 이유: { $why }. { $attempt }번째 시도입니다.
    .everyday = { $number }번 대리가 계산대를 맡습니다. 이유: { $why }. { $attempt }번째 시도입니다.
chosen-only-one = 다른 후보가 없음
chosen-tier = 승격 계층의 우선순위가 가장 높음
    .everyday = 명단 맨 앞에 있음
chosen-size = 같은 승격 계층 중 크기가 가장 큼
    .everyday = 명단에서 나란한 가운데 가장 큼
chosen-lot = 계층과 크기가 같아 제비로 정함
    .everyday = 조건이 같아 제비로 정함
chosen-asked = 지정됨
chosen-in-place = 호스트가 무사해 그 자리에서 다시 시작함
    .everyday = 점장을 깨움
chosen-recreated = 리더가 없어 같은 가용 영역에 다시 만듦
    .everyday = 대리가 없어 새 점장을 뽑음
event-no-successor = 인스턴스 { $number }번을 이어받을 것이 없어 같은 가용 영역에 라이터를 다시 만듭니다. 몇 분 걸립니다. 데이터는 모두 스토리지에 있습니다.
    .everyday = 계산대 { $number }번을 대신할 사람이 없어 새 점장을 뽑습니다. 몇 분 걸립니다. 문서는 모두 금고에 있습니다.
event-cluster-stranded = 라이터가 될 인스턴스가 없고 그 가용 영역에도 닿을 수 없습니다. 데이터는 안전합니다. 다른 가용 영역에 인스턴스를 추가하세요.
    .everyday = 점장이 없고 건물도 봉쇄되었습니다. 문서는 안전합니다. 다른 동에 계산대를 여세요.
event-promotion-began = 리더 { $number }번이 프로세스를 끝내고 그 호스트가 라이터로 시작합니다.
    .everyday = 열람실 { $number }호가 닫히고 대리가 계산대로 갑니다.
event-writer-demoted = 이전 라이터가 프로세스를 끝내고 그 호스트는 리더로 돌아옵니다.
    .everyday = 이전 점장이 계산대를 떠나 열람실을 엽니다.
event-endpoint-moved = 클러스터 엔드포인트가 이제 인스턴스 { $number }번을 가리킵니다.
    .everyday = 입구 안내판이 이제 계산대 { $number }번을 가리킵니다.
event-connected = { $who }: 인스턴스 { $number }번에 연결되었습니다.
    .everyday = { $who }: { $number }호 앞에 섰습니다.
event-connection-broke = { $who }: 인스턴스 { $number }번과의 연결이 끊겼습니다.
    .everyday = { $who }: { $number }호 앞에서 더 기다릴 수 없습니다.
event-failover-asked = 장애 조치가 요청되었습니다.
    .everyday = 점장 교대가 요청되었습니다.
event-tier-set = 인스턴스 { $number }번의 승격 계층이 { $tier }이 되었습니다. 이것만으로는 장애 조치가 일어나지 않습니다.
    .everyday = { $number }호실의 명단 순위가 { $tier }이 되었습니다.
event-reader-added = 가용 영역 { $zone }에 리더 { $number }번이 추가되었습니다.
    .everyday = { $zone }동에 열람실 { $number }호가 마련되었습니다.
event-copy-slowed =
    { $times ->
        [1] 사본 { $copy }의 디스크가 평소 속도로 돌아왔습니다.
       *[other] 사본 { $copy }의 디스크가 이제 평소의 { $times }배 시간이 걸립니다.
    }
    .everyday =
        { $times ->
            [1] 금고 { $copy }의 자물쇠가 평소 속도로 돌아왔습니다.
           *[other] 금고 { $copy }의 자물쇠가 이제 평소의 { $times }배 시간이 걸립니다.
        }
event-link-slowed =
    { $times ->
        [1] { JOSA($from, "과/와") } { $to } 사이의 경로가 평소 속도로 돌아왔습니다.
       *[other] { JOSA($from, "과/와") } { $to } 사이의 경로가 이제 평소의 { $times }배 시간이 걸립니다.
    }
    .everyday =
        { $times ->
            [1] { JOSA($from, "과/와") } { $to } 사이의 길이 평소 속도로 돌아왔습니다.
           *[other] { JOSA($from, "과/와") } { $to } 사이의 길이 이제 평소의 { $times }배 시간이 걸립니다.
        }
event-loss-set =
    { $percent ->
        [0] 이제 메시지가 우연히 유실되지 않습니다.
       *[other] 이제부터 전체 메시지의 { $percent }%가 유실됩니다.
    }
    .everyday =
        { $percent ->
            [0] 이제 배달원이 아무것도 잃어버리지 않습니다.
           *[other] 이제부터 배달원이 배달물의 { $percent }%를 잃어버립니다.
        }
event-loss-set-copy =
    { $percent ->
        [0] 이제 사본 { $copy }의 메시지가 우연히 유실되지 않습니다.
       *[other] 이제부터 사본 { $copy }의 메시지 중 { $percent }%가 유실됩니다.
    }
    .everyday =
        { $percent ->
            [0] 이제 금고 { $copy }의 배달원이 아무것도 잃어버리지 않습니다.
           *[other] 이제부터 금고 { $copy }의 배달원이 배달물의 { $percent }%를 잃어버립니다.
        }
event-load-started = 클라이언트가 스스로 요청을 보내기 시작했습니다.
    .everyday = 손님이 계속 찾아오기 시작했습니다.
event-load-stopped = 클라이언트가 새 요청을 멈췄습니다. 이미 보낸 요청에는 응답합니다.
    .everyday = 새 손님을 더 받지 않습니다. 안에 있는 손님의 일은 마저 처리합니다.
event-command-refused = 시나리오의 { $number }번째 명령은 그 시점에 실행할 수 없어 건너뛰었습니다.
event-ability-changed = 그룹 { $group }: 사본 { $count }개에 닿습니다({ COPIES($reachable) }). { $ability }.
    .everyday = { $group }조: 금고 { $count }개에 닿습니다({ COPIES($reachable) }). { $ability }.
event-record-made =
    라이터가 그룹 { $group }의 페이지 { $page }에 대한 레코드 { JOSA($lsn, "을/를") } 만들었습니다: { $change }. { NUMBER($before) ->
        [0] 그룹의 첫 레코드입니다.
       *[other] 그룹 안에서 { $before } 다음입니다.
    }{ $ends-mtr ->
        [yes] {" "}여기서 미니 트랜잭션이 끝납니다.
       *[no] {""}
    }
    .everyday =
        점장이 { $group }조 바인더 { $page }에 넣을 용지 { JOSA($lsn, "을/를") } 썼습니다: { $change }. { NUMBER($before) ->
            [0] 이 조의 첫 용지입니다.
           *[other] 이 조에서 { $before } 다음입니다.
        }{ $ends-mtr ->
            [yes] {" "}여기서 한 단계가 끝납니다.
           *[no] {""}
        }
event-commit-queued = 트랜잭션 { JOSA($txn, "은/는") } 로그가 { $scn }까지 영구 저장되기를 기다립니다. 라이터는 다른 일을 합니다.
    .everyday = 문서 { JOSA($txn, "을/를") } 다 썼습니다. { $scn }까지의 용지가 모두 안전해지면 끝납니다. 점장은 다른 일을 합니다.
event-statement-began = “{ $request }”의 { $number }번째 문장: { $statement }.
    .everyday = “{ $request }”의 { $number }번째 줄: { $statement }.
event-statement-last = “{ $request }” 트랜잭션이 끝에 이르렀습니다.
    .everyday = “{ $request }” 문서가 끝에 이르렀습니다.
event-row-written = 트랜잭션 { JOSA($txn, "이/가") } 레코드 { $lsn }로 행을 썼습니다. 끝날 때까지 다른 누구도 그 행을 쓸 수 없고 새 값도 보이지 않습니다.
    .everyday = 문서 { $txn }에 한 줄이 늘었습니다(용지 { $lsn }). 서명하기 전에는 아무도 그 칸을 건드리거나 볼 수 없습니다.
event-lock-awaited = “{ $request }” 요청은 기다립니다. 트랜잭션 { JOSA($txn, "이/가") } 행 잠금을 쥐고 있습니다.
    .everyday = “{ $request }” 부탁은 기다립니다. 그 칸은 문서 { JOSA($txn, "이/가") } 쓰고 있습니다.
event-commit-shared = 트랜잭션 { JOSA($txn, "은/는") } 여러 그룹에 썼습니다. 레코드 { $lsn }에 그중 한 그룹의 커밋을 남깁니다.
    .everyday = 문서 { JOSA($txn, "은/는") } 여러 조에 걸쳐 있습니다. 용지 { $lsn }에 그중 한 조의 서명을 남깁니다.
event-rollback-began =
    “{ $request }” 트랜잭션을 롤백합니다. { $why ->
        [asked] 클라이언트의 요청이며, 행은 원래 값으로 돌아갑니다.
        [deadlock] 서로 기다리는 교착 상태가 되기 때문입니다.
        [no-room] 페이지에 행이 들어갈 자리가 없기 때문입니다.
       *[restart] 라이터가 재시작하기 때문입니다.
    }
    .everyday =
        “{ $request }” 문서를 철회합니다. { $why ->
            [asked] 손님의 뜻이며, 칸은 원래대로 돌아갑니다.
            [deadlock] 서로 끝없이 기다리게 되기 때문입니다.
            [no-room] 바인더가 가득 찼기 때문입니다.
           *[restart] 창구가 잠시 닫히기 때문입니다.
        }
event-transaction-ended = “{ $request }” 트랜잭션이 끝났습니다: { $outcome }.
    .everyday = “{ $request }” 문서가 끝났습니다: { $outcome }.
event-allocation-held = “{ $request }” 요청은 LSN 할당을 기다립니다. 로그가 VDL보다 너무 앞서 있습니다.
    .everyday = “{ $request }” 부탁은 기다려야 합니다. 아직 안전하지 않은 용지가 너무 많습니다.
event-persisted =
    { $records ->
        [1] 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 레코드 { JOSA($last, "을/를") } 디스크에 저장했습니다. SCL은 { $scl }입니다.
       *[other] 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $last }까지의 레코드 { $records }개를 디스크에 저장했습니다. SCL은 { $scl }입니다.
    }
    .everyday =
        { $records ->
            [1] { $group }조 금고 { JOSA($copy, "이/가") } 용지 { JOSA($last, "을/를") } 넣고 잠갔습니다. { $scl }까지 빠짐없습니다.
           *[other] { $group }조 금고 { JOSA($copy, "이/가") } { $last }까지의 용지 { $records }장을 넣고 잠갔습니다. { $scl }까지 빠짐없습니다.
        }
event-scl-heard = 라이터는 그룹 { $group }의 사본 { $copy }의 SCL이 { $scl }임을 알았습니다.
    .everyday = 점장은 { $group }조 금고 { $copy }에 { $scl }까지의 용지가 다 있음을 알았습니다.
event-pgcl-moved = 그룹 { $group }의 PGCL이 { JOSA($to, "으로/로") } 나아갔습니다. 사본 네 개가 거기까지 완전합니다.
    .everyday = { $group }조의 금고 네 개에 { $to }까지의 용지가 다 있습니다.
event-vcl-moved = VCL이 { JOSA($to, "으로/로") } 나아갔습니다. 거기까지의 모든 레코드가 쓰기 쿼럼을 이루었습니다.
    .everyday = { $to }까지의 모든 용지가 제 조의 금고 네 개 이상에 들어갔습니다.
event-vdl-moved = VDL이 { JOSA($to, "으로/로") } 나아갔습니다. VCL까지의 범위에서 마지막 일관성 지점입니다.
    .everyday = 용지 { $to }까지 안전합니다. 거기까지의 단계는 모두 끝났습니다.
event-commit-acknowledged = 트랜잭션 { JOSA($txn, "이/가") } 커밋되었습니다. 로그가 커밋 레코드 { $scn }까지 영구 저장되었습니다.
    .everyday = 문서 { JOSA($txn, "은/는") } 안전합니다. 서명한 용지 { $scn }까지 모두 금고 네 개 이상에 들어 있습니다.
event-read-began = 라이터가 “{ $request }” 처리를 시작했습니다. 페이지 { $page }, 읽기 지점 { $read-point }.
    .everyday = 점장이 “{ $request }” 부탁을 처리합니다. 용지 { $read-point } 시점의 바인더 { JOSA($page, "을/를") } 봅니다.
event-page-built =
    { $applied ->
        [0] 그룹 { $group }의 사본 { JOSA($copy, "은/는") } 페이지 { JOSA($page, "을/를") } 이미 갖고 있어 “{ $request }”에 그대로 씁니다.
       *[other] 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 레코드 { $applied }개를 적용해 “{ $request }”에 쓸 페이지 { JOSA($page, "을/를") } 만들었습니다.
    }
    .everyday =
        { $applied ->
            [0] { $group }조 금고 { $copy }의 관리인은 바인더 { JOSA($page, "을/를") } 이미 갖고 있어 “{ $request }”에 그대로 씁니다.
           *[other] { $group }조 금고 { $copy }의 관리인이 용지 { $applied }장을 더해 “{ $request }”에 쓸 바인더 { JOSA($page, "을/를") } 정리했습니다.
        }
event-read-answered =
    { $found ->
        [yes] 라이터가 “{ $request }”에 해당하는 행을 찾았습니다.
       *[no] “{ $request }”에 해당하는 행이 없습니다.
    }
    .everyday =
        { $found ->
            [yes] 점장이 “{ $request }”에 해당하는 내용을 찾았습니다.
           *[no] “{ $request }”에 해당하는 내용이 없습니다.
        }
event-group-added = 새 행이 들어갈 페이지가 없어 볼륨에 보호 그룹 { $group }을(를) 더했습니다. 지오메트리 에포크 { $epoch }이(가) 시작됩니다.
    .everyday = 바인더가 모두 차서 금고 여섯 개짜리 세트를 하나 더했습니다. 세트 { $group }입니다. 모두가 세트 목록 { $epoch }판을 받습니다.
event-page-full = “{ $request }” 요청이 거절되었습니다. 페이지 { $page }에 행이 들어갈 자리가 없습니다.
    .everyday = “{ $request }” 부탁이 거절되었습니다. 바인더 { $page }에 자리가 없습니다.
event-image-damaged = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } “{ $request }”에 쓰라고 보낸 페이지가 손상된 채 도착해 버려졌습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } “{ $request }”에 쓰라고 보낸 바인더가 망가진 채 도착해 버려졌습니다.
event-horizon-told = 라이터가 그룹 { $group }의 사본들에 알렸습니다. { $durable }까지 영구 저장되었고, 사용 중인 가장 낮은 읽기 지점(PGMRPL)은 { $pgmrpl }입니다.
    .everyday = 사무실이 { $group }조의 금고들에 알렸습니다. 용지 { $durable }까지 안전하고, { $pgmrpl } 이전은 아무도 찾지 않습니다.
event-page-evicted = 페이지 { $page }, 라이터의 버퍼 캐시에서 제거. 최신 변경 { JOSA($lsn, "은/는") } 영구 저장되어 있습니다.
    .everyday = 바인더 { JOSA($page, "을/를") } 책상에서 치웠습니다. 가장 새로운 용지 { JOSA($lsn, "은/는") } 안전합니다.
event-coalesced = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 레코드 { $records }개를 새 페이지 버전 { $pages }개로 합쳤습니다. { $backlog }개가 남았습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } 용지 { $records }장을 바인더 { $pages }권에 옮겨 적었습니다. { $backlog }장이 남았습니다.
event-staged = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $upto }까지의 레코드 { $records }개와 페이지 { $pages }개를 객체 스토어로 보냈습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } { $upto }까지의 용지 { $records }장과 바인더 { $pages }권의 사본을 문서고로 보냈습니다.
event-collected = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $upto }까지의 레코드 { $records }개와 옛 페이지 버전 { $versions }개를 회수했습니다. 더는 읽히지 않습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } { $upto }까지의 용지 { $records }장과 헌 바인더 { $versions }권을 버렸습니다. 더는 아무도 보지 않습니다.
event-scrubbed = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 페이지 버전 { $pages }개의 체크섬을 살폈습니다. 손상은 { $damaged }개입니다.
    .everyday = { $group }조 금고 { $copy }의 관리인이 바인더 { $pages }권을 살폈습니다. 망가진 것은 { $damaged }권입니다.
event-damage-found = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 페이지 { $page }의 손상을 찾아, 다른 사본에 온전한 것을 청합니다.
    .everyday = { $group }조 금고 { $copy }의 관리인이 바인더 { $page }의 손상을 찾아, 다른 금고에 사본을 부탁합니다.
event-page-repaired = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 사본 { $from }에서 받은 페이지 { JOSA($page, "으로/로") } 복구했습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } 금고 { $from }의 사본으로 바인더 { JOSA($page, "을/를") } 고쳤습니다.
event-intake-throttled =
    그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $on ->
        [yes] 수신을 늦춥니다
       *[no] 수신 속도를 되돌립니다
    }. 페이지로 합치지 않은 레코드가 { $backlog }개입니다.
    .everyday =
        { $group }조 금고 { JOSA($copy, "이/가") } { $on ->
            [yes] 심부름꾼을 기다리게 합니다
           *[no] 심부름꾼을 더 기다리게 하지 않습니다
        }. 옮겨 적지 않은 용지가 { $backlog }장입니다.
event-background-paused = 모든 사본의 백그라운드 작업을 멈췄습니다.
    .everyday = 모든 금고의 관리인이 쉽니다.
event-background-paused-copy = 사본 { $copy }의 백그라운드 작업을 멈췄습니다.
    .everyday = 금고 { $copy }의 관리인이 쉽니다.
event-background-resumed = 모든 사본의 백그라운드 작업이 다시 이어집니다.
    .everyday = 모든 금고의 관리인이 다시 일합니다.
event-background-resumed-copy = 사본 { $copy }의 백그라운드 작업이 다시 이어집니다.
    .everyday = 금고 { $copy }의 관리인이 다시 일합니다.
event-page-damaged = 그룹 { $group } 사본 { $copy }의 디스크에서 페이지 { JOSA($page, "이/가") } 손상되었습니다. 아직 드러나지 않았습니다.
    .everyday = { $group }조 금고 { $copy }에서 바인더 { JOSA($page, "이/가") } 망가졌습니다. 아직 아무도 모릅니다.
event-long-read-ended = 긴 쿼리 “{ $request }” 종료. 시작 시점의 행을 읽습니다.
    .everyday = 오랜 조사 “{ $request }” 종료. 시작할 때의 칸을 봅니다.
event-refused = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $from } 쪽에서 온 것을 거부했습니다. 보낸 쪽의 에포크가 낡았습니다(현재 볼륨 { $volume }, 멤버십 { $membership }, 지오메트리 { $geometry }). 사본에는 아무 변화도 없습니다.
    .everyday = { $group }조 금고 { $copy }의 지킴이가 { JOSA($from, "을/를") } 돌려보냈습니다. 자물쇠를 바꾸기 전의 열쇠였기 때문입니다. 안에 든 것은 그대로입니다.
event-epoch-learnt = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 새 에포크를 알았습니다: 볼륨 { $volume }, 멤버십 { $membership }, 지오메트리 { $geometry }.
    .everyday = { $group }조 금고 { $copy }의 자물쇠가 새것으로 바뀌었습니다. 옛 열쇠는 이제 맞지 않습니다.
event-writer-refreshed = 라이터가 그룹 { $group }의 사본 { $copy }에 거부당해 현재 에포크(멤버십 { $membership }, 지오메트리 { $geometry })를 받아들였습니다. 같은 것을 한 번만 다시 보냅니다.
    .everyday = 점장이 { $group }조 금고 { $copy }에서 거절당하고, 바뀐 내용을 적어 둔 뒤 한 번 더 보냅니다.
event-hot-found = 그룹 { $group }의 사본 { JOSA($copy, "은/는") } 배치를 내구화하는 데 { $takes } 걸립니다. 다른 사본의 중앙값은 { $others }입니다. 이 스토리지 노드에 부하가 몰려 있습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "은/는") } 용지를 넣는 데 { $takes } 걸립니다. 다른 금고는 { $others }입니다. 찾는 사람이 너무 많습니다.
event-replacement-began =
    { $why ->
        [hot] 부하가 몰려 그룹 { $group }의 사본 { JOSA($copy, "을/를") } 불량으로 표시하고 옮깁니다.
        [away] 너무 오래 응답이 없어 그룹 { $group }의 사본 { JOSA($copy, "을/를") } 교체합니다.
       *[asked] 그룹 { $group }의 사본 { JOSA($copy, "을/를") } 교체합니다.
    } 새 사본이 다 찰 때까지 아무것도 버리지 않습니다.
    .everyday =
        { $why ->
            [hot] 찾는 사람이 너무 많아 { $group }조 금고 { JOSA($copy, "을/를") } 바꿉니다.
            [away] 너무 오래 연락이 없어 { $group }조 금고 { JOSA($copy, "을/를") } 바꿉니다.
           *[asked] { $group }조 금고 { JOSA($copy, "을/를") } 바꿉니다.
        } 새 금고가 다 찰 때까지 그대로 둡니다.
event-replacement-taken-back =
    { $came-back ->
        [yes] 새 사본이 다 차기 전에 돌아왔으므로, 그룹 { $group }의 사본 { JOSA($copy, "은/는") } 멤버로 남습니다.
       *[no] 그룹 { $group }의 사본 { JOSA($copy, "은/는") } 멤버로 남습니다.
    }
    .everyday =
        { $came-back ->
            [yes] 다시 연락이 닿아 { $group }조 금고 { JOSA($copy, "은/는") } 그대로 남습니다.
           *[no] { $group }조 금고 { JOSA($copy, "은/는") } 그대로 남습니다.
        }
event-patch-began = 패치를 위해 사본 { $copy }의 스토리지 노드를 내립니다.
    .everyday = 금고 { $copy }의 관리인이 교육을 받으러 갔습니다.
event-patch-ended = 사본 { $copy }의 스토리지 노드에 패치를 적용했습니다.
    .everyday = 금고 { $copy }의 관리인이 교육을 마치고 돌아왔습니다.
event-members-proposed =
    { $count ->
        [1] 에포크 { $epoch }에서 그룹 { $group }의 멤버는 { $sixes }입니다.
       *[other] 그룹 { $group }의 멤버가 바뀝니다. 에포크 { $epoch }에서 쓰기는 { $sixes } 각각에서, 읽기는 그중 하나에서 쿼럼을 얻어야 합니다.
    }
    .everyday =
        { $count ->
            [1] 명단 제{ $epoch }판: { $group }조는 { $sixes }입니다.
           *[other] 명단 제{ $epoch }판: { $group }조에서는 { $sixes } 모두에서 충분한 수의 금고에 넣어야 합니다.
        }
event-members-recorded = 그룹 { $group }의 멤버십 에포크 { JOSA($epoch, "이/가") } 기록되었습니다({ COPIES($by) }).
    .everyday = { $group }조 명단 제{ $epoch }판이 전달되었습니다({ COPIES($by) }).
event-base-copied = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 레코드 { $at } 시점의 페이지를 모두 복사했습니다. 이어지는 로그는 다른 사본에서 받습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } { $at } 시점의 서류철을 모두 베꼈습니다. 나머지 장은 다른 금고에서 받습니다.
event-hydrated = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $scl }까지 다 갖추어 이제부터 수에 들어갑니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } { $scl }까지 다 차서 이제부터 수에 들어갑니다.
event-recovery-began = 볼륨 에포크 { $epoch }을(를) 향한 복구가 시작되었습니다. 모든 그룹의 모든 사본에 어디까지 완전한지 묻습니다. 로그를 재실행하지 않습니다.
    .everyday = 새 점장이 모든 금고에 어디까지 용지가 있는지 한꺼번에 묻습니다. 다시 베껴 쓸 것은 없습니다.
event-fenced = 그룹 { $group }의 사본 { JOSA($copy, "은/는") } 볼륨 에포크 { $epoch }보다 오래된 라이터를 더는 따르지 않습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "은/는") } 열쇠 { $epoch }보다 오래된 열쇠로는 더는 열리지 않습니다.
event-survey-heard = 복구 중인 라이터가 그룹 { $group }의 사본 { JOSA($copy, "이/가") } { $scl }까지 완전함을 알았습니다.
    .everyday = 새 점장이 { $group }조 금고 { JOSA($copy, "이/가") } { $scl }까지 빠짐없음을 알았습니다.
event-pgcl-recovered = 그룹 { $group }의 복구된 PGCL은 { $to }입니다(답 { $count }개: { COPIES($reachable) }). 사본 넷에 있던 레코드는 그 위에 없습니다.
    .everyday = 답 { $count }개({ COPIES($reachable) })로 { $group }조는 용지 { $to }까지로 정해졌습니다. 금고 넷에 있던 용지는 그 위에 없습니다.
event-range-decided = 복구된 VCL은 { $vcl }, VDL은 { $vdl }입니다. 그 위는 취소되어 LSN { $first }부터 { $last }까지 무효입니다.
    .everyday = 용지 { $vdl }까지 유효하고 { $first }번부터 { $last }번까지는 무효입니다.
event-range-written = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 잘라 낼 범위 { $first }부터 { $last }까지를 디스크에 썼습니다.
    .everyday = { $group }조 금고 { JOSA($copy, "이/가") } { $first }번부터 { $last }번까지 무효라고 적어 두었습니다.
event-epoch-raised = 그룹 { $group }의 사본 { JOSA($copy, "이/가") } 볼륨 에포크 { $epoch }에 들어섰습니다. 그곳의 SCL은 { $scl }입니다.
    .everyday = { $group }조 금고 { $copy }의 자물쇠가 열쇠 { $epoch }용으로 바뀌었습니다. 용지는 { $scl }까지 빠짐없습니다.
event-volume-opened = 볼륨이 볼륨 에포크 { $epoch }에서 다시 열렸습니다. 다음 LSN은 { $next }입니다.
    .everyday = 계산대가 다시 열렸습니다. 다음 용지는 { $next }번입니다.
event-writer-fenced = 옛 라이터가 볼륨 에포크 { $epoch }의 시작을 알고 멈췄습니다.
    .everyday = 앞의 점장이 자물쇠가 열쇠 { $epoch }용으로 바뀐 것을 알고 일을 그만두었습니다.
event-unfinished-found = 그룹 { $group }의 트랜잭션 { $txn }은(는) 쓰기를 시작했지만 커밋되지 않아 되돌립니다.
    .everyday = { $group }조의 문서 { $txn }은(는) 쓰다 말고 서명이 없어 철회합니다.
event-txn-undone = 트랜잭션 { $txn }은(는) 새 작업과 나란히 레코드 { $lsn }(으)로 롤백됩니다.
    .everyday = 문서 { $txn }은(는) 다른 일을 멈추지 않고 용지 { $lsn }(으)로 철회됩니다.
event-reader-stopped = 리더 { $number }번이 멈춰 메모리의 내용을 잃었습니다. 라이터에는 영향이 없습니다.
    .everyday = 열람실 { $number }호가 닫혔습니다. 점장은 그대로 일합니다.
event-reader-restarted = 리더 { $number }번이 메모리가 빈 채로 다시 시작합니다.
    .everyday = 열람실 { $number }호가 빈 책장으로 다시 열립니다.
event-reader-joined = 리더 { $number }번이 라이터를 따라갑니다. 스토리지는 { $lowest }부터 필요한 버전을 남겨 둡니다.
    .everyday = 열람실 { $number }호에 사본이 갑니다. 용지 { $lowest }부터의 옛 바인더를 남겨 둡니다.
event-reader-away = 리더 { $number }번은 떠난 것으로 보아 더는 아무 버전도 남겨 두지 않습니다.
    .everyday = 열람실 { $number }호는 닫힌 것으로 보아 더는 아무것도 남겨 두지 않습니다.
event-reader-began = 리더 { $number }번이 VDL { $at }에서 시작합니다. 그 뒤 바뀌지 않은 페이지는 남습니다.
    .everyday = 열람실 { $number }호가 용지 { $at }에서 시작합니다. 여전히 맞는 것은 책장에 남습니다.
event-reader-moved = 리더 { $number }번이 한 번에 VDL { $to }까지 나아갔습니다. 캐시의 페이지에 적용한 레코드 { $applied }개, 버린 레코드 { $dropped }개.
    .everyday = 열람실 { $number }호가 한 번에 용지 { $to }까지 나아갔습니다. 철한 용지 { $applied }장, 버린 용지 { $dropped }장.
event-reader-read-began = 리더 { $number }번이 “{ $request }” 처리를 시작했습니다. 페이지 { $page }, 읽기 지점 { $read-point }.
    .everyday = 열람실 { $number }호가 “{ $request }” 부탁을 처리합니다. 용지 { $read-point } 시점의 바인더 { JOSA($page, "을/를") } 봅니다.
event-reader-answered =
    { $found ->
        [yes] 리더 { $number }번이 “{ $request }”에 해당하는 행을 찾았습니다.
       *[no] 리더 { $number }번에는 “{ $request }”에 해당하는 행이 없습니다.
    }
event-load-began = 라이터가 “{ $request }”에 쓸 페이지 { $page }을(를) 먼저 읽습니다. 시작한 뒤로 아직 보지 못했습니다.
    .everyday = 점장이 “{ $request }”에 쓸 바인더 { $page }을(를) 먼저 가져오게 합니다. 아직 보지 못했습니다.
event-page-loaded = “{ $request }”에 쓸 페이지 { $page }이(가) 도착했습니다.
    .everyday = “{ $request }”에 쓸 바인더 { $page }이(가) 도착했습니다.
