# 무대를 말로: 저마다 무엇을 하는지, 자세히 보기, 까닭, 화면 낭독기용 설명, 세션의 알림.
# 값은 엔지니어용, .everyday는 events.ftl의 비유(점장, 금고, 동, 조, 용지, 바인더, 보관증, 문서, 서명).

## 사본이 하는 일. 작은 카드 구석에 들어가므로 되도록 짧게

status-acked = 확인됨
    .everyday = 보관증 도착
status-answering = 응답 중
    .everyday = 보관증 발송
status-writing = 저장 중…
    .everyday = 잠그는 중…
status-receiving = 전송 중
    .everyday = 배달 중
status-reading = 읽는 중
    .everyday = 찾는 중
status-complete = 완전함
    .everyday = 다 있음
status-catching-up = 레코드 { $records }개 부족
    .everyday = 용지 { $records }장 부족
status-stopped = 멈춤
    .everyday = 고장
status-partly-stopped = 그룹 { $groups }개 멈춤
    .everyday = 금고 { $groups }개 고장
status-cut-off = 끊김
    .everyday = 길 막힘
status-zone-cut = AZ 끊김
    .everyday = 동 봉쇄

## 사본이 다음에 스스로 하는 일

next-disk-done = { SHORT($in) } 뒤 디스크에 저장
    .everyday = { SHORT($in) } 뒤 잠금 완료
next-gossip = { SHORT($in) } 뒤 가십
    .everyday = { SHORT($in) } 뒤 맞춰 보기
next-hydrate = { SHORT($in) } 뒤 다음 페이지 복사
next-background = { SHORT($in) } 뒤 백그라운드 작업
    .everyday = { SHORT($in) } 뒤 정리
next-orders-done = { SHORT($in) } 뒤 지시 이행
writer-crashed = 비정상 종료
    .everyday = 쓰러짐
writer-fenced = 멈춤: 새 라이터로 교체됨
    .everyday = 물러남: 자물쇠가 바뀜
writer-surveys = 복구 중: 사본 확인(남은 그룹 { $groups })
    .everyday = 금고 확인 중(남은 조 { $groups })
writer-truncates = 복구 중: 잘라 낼 범위 쓰기(남은 그룹 { $groups })
    .everyday = 무효 번호 알림 중(남은 조 { $groups })
writer-raises = 복구 중: 볼륨 에포크 올리기(남은 그룹 { $groups })
    .everyday = 자물쇠 교체 중(남은 조 { $groups })
writer-spreads = 복구 중: 남길 레코드 채우기(남은 그룹 { $groups })
    .everyday = 유효한 용지 채우기(남은 조 { $groups })

## 라이터가 하는 일

writer-idle = 대기 중
    .everyday = 손님을 기다리는 중
reader-standing = 계층 { $tier } · { $size }
    .everyday = 명단 { $tier }번 · { $size }
reader-stopped = 멈춤
    .everyday = 닫힘
reader-starts = 시작하는 중
    .everyday = 준비하는 중
reader-is-writer = 라이터로 실행 중
    .everyday = 계산대에 있음
reader-becomes-writer = 라이터로 승격 중
    .everyday = 계산대로 가는 중
reader-joins = 라이터에 따라가기를 요청하는 중
    .everyday = 점장에게 사본을 부탁하는 중
reader-behind = { SHORT($lag) } 지연: VDL { $shows } 표시, 라이터는 { $vdl }
    .everyday = { SHORT($lag) } 늦음: { $shows }번 장까지, 점장은 { $vdl }번 장
reader-level = VDL { $shows }에서 라이터와 같음
    .everyday = { $shows }번 장에서 점장과 같음
writer-reads = 페이지 { $reads }개를 읽는 중
    .everyday = { $reads }건을 찾는 중
writer-waits =
    T{ JOSA($txn, "이/가") } LSN { JOSA($scn, "을/를") } 기다림{ $others ->
        [0] {""}
       *[other] , 다른 커밋 { $others }건도 기다림
    }
    .everyday =
        문서 { JOSA($txn, "이/가") } 용지 { JOSA($scn, "을/를") } 기다림{ $others ->
            [0] {""}
           *[other] , 다른 문서 { $others }건도 기다림
        }
writer-held = 요청 { $requests }건이 LSN을 기다림
    .everyday = 손님 { $requests }명이 기다림: 아직 안전하지 않은 용지가 너무 많습니다
writer-quorum-lost = 그룹 { $group }의 쓰기 쿼럼 상실: 커밋 { $commits }건이 기다림
    .everyday = { $group }조의 금고가 모자람: 문서 { $commits }건이 기다림

## 클라이언트 요청의 진행

lane-idle = 대기 중
    .everyday = 볼일 없음
lane-asked = 라이터로 가는 중
    .everyday = 계산대로 가는 중
lane-writing = 라이터가 처리 중
    .everyday = 계산대에서 처리 중
lane-waits = LSN { JOSA($scn, "을/를") } 기다림
    .everyday = 용지 { JOSA($scn, "을/를") } 기다림
lane-reading = 읽는 중
    .everyday = 찾는 중
lane-answering = 응답이 오는 중
    .everyday = 답이 오는 중
lane-committed = LSN { $scn }에서 커밋됨({ SHORT($took) })
    .everyday = 안전해짐({ SHORT($took) })
lane-found = “{ $value }”({ SHORT($took) })
lane-not-found = 해당하는 행 없음({ SHORT($took) })
    .everyday = 해당하는 칸 없음({ SHORT($took) })
lane-page-full = 페이지에 자리 없음({ SHORT($took) })
    .everyday = 바인더에 자리 없음({ SHORT($took) })
lane-ended = { $outcome } ({ SHORT($took) })

## 클라이언트가 스스로 일하는 방식

load-none = 부하 없음
    .everyday = 오는 손님 없음
load-open-loop = 초당 쓰기 { $writes }건, 읽기 { $reads }건, 대상 { $rows }행
    .everyday = 초당 문서 { $writes }건, 열람 { $reads }건
load-closed-loop = 클라이언트 { $clients }개가 저마다 응답을 기다리고 { SHORT($think) } 생각함, 쓰기 { $percent }%
    .everyday = 손님 { $clients }명이 저마다 답을 기다리고 { SHORT($think) } 생각함
load-transactions = 클라이언트 { $clients }개가 { $statements }문장 트랜잭션 실행, 쓰기 { $percent }%, 롤백 { $back }%
    .everyday = 손님 { $clients }명이 { $statements }줄 문서를 번갈아 맡김

## 지금의 장애

fault-zone-cut = 가용 영역 { JOSA($zone, "이/가") } 끊겨 있습니다
    .everyday = { $zone }동이 봉쇄되어 있습니다
fault-writer-down = 라이터가 멈춰 있습니다
    .everyday = 계산대가 비어 있습니다
fault-reader-stopped = 리더 { $number }번이 멈춰 있습니다
    .everyday = 열람실 { $number }번이 닫혀 있습니다
fault-copy-cut = 사본 { JOSA($copy, "이/가") } 끊겨 있습니다
    .everyday = 금고 { JOSA($copy, "으로/로") } 가는 길이 막혀 있습니다
fault-copy-stopped = 사본 { JOSA($copy, "이/가") } 멈춰 있습니다
    .everyday = 금고 { JOSA($copy, "이/가") } 고장 나 있습니다
fault-copy-partly-stopped = 사본 { JOSA($copy, "이/가") } 그룹 { $groups }개에서 멈춰 있습니다
    .everyday = 금고 { JOSA($copy, "이/가") } { $groups }개 조에서 고장 나 있습니다
fault-copy-slow = 사본 { $copy }의 디스크가 평소의 { $times }배 시간이 걸립니다
    .everyday = 금고 { $copy }의 자물쇠가 평소의 { $times }배 시간이 걸립니다
fault-link-slow = { JOSA($from, "과/와") } { $to } 사이의 경로가 평소의 { $times }배 시간이 걸립니다
    .everyday = { JOSA($from, "과/와") } { $to } 사이의 길이 평소의 { $times }배 시간이 걸립니다
fault-loss = 전체 메시지의 { $percent }%가 유실됩니다
    .everyday = 배달원이 배달물의 { $percent }%를 잃어버립니다
fault-copy-loss = 사본 { $copy }의 메시지 중 { $percent }%가 유실됩니다
    .everyday = 금고 { $copy }의 배달원이 배달물의 { $percent }%를 잃어버립니다

## 무대 설명

describe-writer = 라이터는 가용 영역 { $zone }에서 실행 중입니다. 상태: { $status }.
    .everyday = 점장은 { $zone }동에서 일합니다. 상태: { $status }.
describe-reader = 가용 영역 { $zone }의 리더 { $number }번: { $status }.
    .everyday = { $zone }동의 열람실 { $number }번: { $status }.
describe-ring = 트랜잭션 { JOSA($txn, "이/가") } 기다립니다. 그룹 { $group }의 레코드 { $scn }에 필요한 확인 응답 { $needed }개 중 { $confirmed }개가 왔습니다.
    .everyday = 문서 { JOSA($txn, "이/가") } 기다립니다. { $group }조의 용지 { $scn }에 필요한 보관증 { $needed }장 중 { $confirmed }장이 왔습니다.
describe-ring-done = 마지막 커밋은 그룹 { $group }의 { $scn }에서 끝난 트랜잭션 { $txn }입니다. 확인 응답 { $needed }개가 필요했고 { $confirmed }개가 왔습니다.
    .everyday = 마지막으로 안전해진 것은 { $group }조의 용지 { $scn }까지인 문서 { $txn }입니다. 보관증 { $needed }장이 필요했고 { $confirmed }장이 왔습니다.
describe-points = 로그는 { $allocated }까지 나아갔습니다. VCL은 { $vcl }, VDL은 { $vdl }입니다.
    .everyday = 점장은 용지를 { $allocated }까지 썼습니다. { $vcl }까지는 금고 네 개 이상에 있고, 마지막으로 끝난 단계는 { $vdl }까지입니다.
describe-zone = 가용 영역 { $zone }: { $first }; { $second }.
    .everyday = { $zone }동: { $first }; { $second }.
describe-zone-cut = 끊긴 가용 영역 { $zone }: { $first }; { $second }.
    .everyday = 봉쇄된 { $zone }동: { $first }; { $second }.
describe-copy =
    사본 { $copy } { $status }, SCL { $scl }{ $behind ->
        [0] {""}
       *[other] , { $behind }개 남음
    }
    .everyday =
        금고 { $copy } { $status }, 용지 { $scl }까지 다 있음{ $behind ->
            [0] {""}
           *[other] , { $behind }장 남음
        }
describe-clients = 응답을 기다리는 요청은 { $open }건입니다.
    .everyday = 답을 기다리는 손님은 { $open }명입니다.

## 자세히 보기: 제목

title-writer = 라이터
    .everyday = 점장
title-reader = 리더 { $number }번
    .everyday = 열람실 { $number }번
title-clients = 클라이언트
    .everyday = 손님
title-zone = 가용 영역 { $zone }
    .everyday = { $zone }동
title-copy = 사본 { $copy }
    .everyday = 금고 { $copy }
title-group = 보호 그룹 { $group }
    .everyday = { $group }조
title-link = { $from } – { $to }
title-event = 이벤트 { $number }

## 자세히 보기: 항목

row-zone = 가용 영역
    .everyday = 동
row-state = 상태
row-hop = 라이터에서 편도
    .everyday = 점장에서 편도
row-copy = 사본 { $copy }
    .everyday = 금고 { $copy }
row-vdl = VDL
    .everyday = 안전한 용지
row-vcl = VCL
    .everyday = 금고 네 개에 든 용지
row-pgcl = 그룹 { $group }의 PGCL
    .everyday = { $group }조 금고 네 개에 든 용지
row-allocated = 할당된 가장 큰 LSN
    .everyday = 쓴 용지
row-limit = LSN 한도
    .everyday = 용지 한도
row-commits-waiting = 기다리는 커밋
    .everyday = 기다리는 문서
row-requests-held = LSN을 기다리는 요청
    .everyday = 기다리게 한 손님
row-reads-open = 진행 중인 읽기
    .everyday = 찾고 있는 질문
row-read-point = 읽기 지점
    .everyday = 보여 주는 장
row-instance = 인스턴스
    .everyday = 번호
row-connections = 연결
    .everyday = 여기 있는 손님
row-tier = 승격 계층
    .everyday = 명단 순위
row-size = 크기
row-heard = 받은 레코드
    .everyday = 받은 사본
row-lag = 복제본 지연
    .everyday = 늦은 정도
row-lag-records = LSN 차이
    .everyday = 장 차이
row-applied = 캐시 페이지에 적용한 레코드
    .everyday = 철한 장
row-ignored = 버린 레코드
    .everyday = 버린 장
row-cached = 캐시의 페이지
    .everyday = 선반의 바인더
row-cache-hits = 캐시로 끝난 읽기
    .everyday = 선반에서 찾음
row-cache-misses = 스토리지에서 읽음
    .everyday = 금고에서 가져옴
row-commits = 응답한 커밋
    .everyday = 안전해진 문서
row-reads = 응답한 읽기
    .everyday = 답한 질문
row-lost = 유실된 메시지
    .everyday = 잃어버린 배달물
row-load = 부하
    .everyday = 오는 손님
row-requests-open = 응답을 기다리는 요청
    .everyday = 답을 기다리는 손님
row-scl = SCL(그룹 { $group })
    .everyday = 여기까지 다 있음({ $group }조)
row-scl-heard = 라이터가 아는 값(그룹 { $group })
    .everyday = 점장이 아는 값({ $group }조)
row-behind = 남은 레코드(그룹 { $group })
    .everyday = 남은 용지({ $group }조)
row-beyond-hole = 빈 곳 뒤의 레코드(그룹 { $group })
    .everyday = 빈 곳 뒤의 용지({ $group }조)
row-in-memory = 메모리에 있는 레코드(그룹 { $group })
    .everyday = 아직 잠그지 않은 용지({ $group }조)
row-pages = 준비된 페이지(그룹 { $group })
    .everyday = 준비된 바인더({ $group }조)
row-disk = 디스크에 한 번 쓰는 시간
    .everyday = 한 번 잠그는 시간
row-disk-slow = 평소보다 느린 디스크
    .everyday = 평소보다 느린 자물쇠
row-link-slow = 평소보다 느림
row-loss = 우연히 유실되는 메시지
    .everyday = 길에서 잃어버림
row-on-way = 오가는 메시지
    .everyday = 길 위의 배달원
row-ability = 그룹이 할 수 있는 일
    .everyday = 조가 할 수 있는 일
row-reachable = 닿는 사본
    .everyday = 닿는 금고
row-newest = 최신 레코드
    .everyday = 최신 용지
row-copy-heard = 사본 { $copy }(라이터가 아는 값)
    .everyday = 금고 { $copy }(점장이 아는 값)
row-at = 시각
row-happened = 일어난 일
row-because = 까닭

## 자세히 보기: 값

value-text = { $text }
value-lsn = { $lsn }
value-number = { $value }
value-of = { $value } / { $of }
value-span = { SHORT($span) }
value-range = { SHORT($from) } ~ { SHORT($to) }
value-percent = { $percent }%
value-times = { $times }배
value-time = { $time }
value-copies = { COPIES($reachable) }
value-up = 작동 중
    .everyday = 이상 없음
value-stopped = 멈춤
    .everyday = 고장
value-partly-stopped = 일부 그룹에서 멈춤
    .everyday = 일부 조에서 고장
value-cut = 끊김
    .everyday = 막힘
value-zone-cut = 라이터가 닿지 못함
    .everyday = 점장이 닿지 못함
value-open = 연결됨
    .everyday = 열림

## 할 수 있는 일: 단추의 말

deed-stop-copy = 사본 { $copy } 멈추기
    .everyday = 금고 { $copy } 망가뜨리기
deed-restart-copy = 사본 { $copy } 다시 시작
    .everyday = 금고 { $copy } 고치기
deed-cut-copy = 사본 { $copy } 끊기
    .everyday = { JOSA($copy, "으로/로") } 가는 길 막기
deed-heal-copy = 사본 { $copy } 다시 연결
    .everyday = { JOSA($copy, "으로/로") } 가는 길 열기
deed-slow-copy = 디스크 { $times }배 느리게
    .everyday = 자물쇠 { $times }배 느리게
deed-usual-copy = 디스크 평소 속도로
    .everyday = 자물쇠 평소 속도로
deed-lose-some-of-copy = 메시지 { $percent }% 유실
    .everyday = 길에서 { $percent }% 잃어버리기
deed-lose-none-of-copy = 메시지 유실 없애기
    .everyday = 길에서 잃어버리지 않기
deed-stop-segment = 그룹 { $group }에서만 멈추기
    .everyday = { $group }조에서만 망가뜨리기
deed-restart-segment = 그룹 { $group }에서만 다시 시작
    .everyday = { $group }조에서만 고치기
deed-cut-zone = 가용 영역 { $zone } 끊기
    .everyday = { $zone }동 봉쇄
deed-heal-zone = 가용 영역 { $zone } 다시 연결
    .everyday = { $zone }동 개방
deed-crash-writer = 라이터 비정상 종료
    .everyday = 점장 쓰러뜨리기
deed-restart-writer = 라이터 다시 시작
    .everyday = 점장 다시 부르기
deed-stop-reader = 리더 { $number }번 멈추기
    .everyday = 열람실 { $number }번 닫기
deed-restart-reader = 리더 { $number }번 다시 시작
    .everyday = 열람실 { $number }번 다시 열기
deed-failover = 장애 조치 실행
    .everyday = 점장 교대
deed-failover-to = 인스턴스 { $number }번으로 장애 조치
    .everyday = { $number }번 대리를 계산대로
deed-set-tier = 인스턴스 { $number }번을 계층 { $tier }으로
    .everyday = { $number }호실을 { $tier }번 순위로
deed-add-reader = 가용 영역 { $zone }에 리더 추가
    .everyday = { $zone }동에 열람실 열기
deed-promote-writer = 가용 영역 { $zone }에 새 라이터
    .everyday = { $zone }동에 새 점장
deed-slow-link = { $times }배 느리게
deed-usual-link = 평소 속도로
deed-load-calm = 가벼운 부하
    .everyday = 한가한 하루
deed-load-busy = 무거운 부하
    .everyday = 바쁜 하루
deed-load-turns = 클라이언트 넷이 번갈아
    .everyday = 단골손님 네 명
deed-load-stop = 부하 멈추기
    .everyday = 손님 그만 받기
deed-lose-some = 전체 메시지 { $percent }% 유실
    .everyday = 모든 길에서 { $percent }% 잃어버리기
deed-lose-none = 메시지 유실 없애기
    .everyday = 어느 길에서도 잃어버리지 않기

## 커밋이 기다리는 까닭. 하나하나가 증명의 한 걸음

why-waiting = T{ JOSA($txn, "은/는") } 왜 아직 기다리나요?
    .everyday = 문서 { JOSA($txn, "은/는") } 왜 아직 안전하지 않나요?
why-acknowledged-at = T{ JOSA($txn, "은/는") } VCL이 { $scn }에 이르면 응답을 받습니다
    .everyday = 문서 { JOSA($txn, "은/는") } { $scn }까지의 모든 용지가 금고 네 개에 들어가면 안전해집니다
why-vcl = VCL은 { $vcl }입니다
    .everyday = { $vcl }까지의 모든 용지가 금고 네 개에 있습니다
why-held-back = 그룹 { $group }의 레코드 { JOSA($lsn, "은/는") } 사본이 { $confirmed }개이고 { $needed }개가 필요합니다
    .everyday = { $group }조의 용지 { JOSA($lsn, "은/는") } 보관증이 { $confirmed }장이고 { $needed }장이 필요합니다
why-answer-on-way = { JOSA($copy, "은/는") } 저장했고, 응답이 { SHORT($in) } 뒤에 도착합니다
    .everyday = { JOSA($copy, "은/는") } 넣어 두었고, 보관증이 { SHORT($in) } 뒤에 도착합니다
why-persisting = { JOSA($copy, "은/는") } { SHORT($in) } 뒤에 저장을 마칩니다
    .everyday = { JOSA($copy, "은/는") } { SHORT($in) } 뒤에 잠급니다
why-on-way = { SHORT($in) } 뒤에 { $copy }에 도착합니다
why-answer-missing = { JOSA($copy, "은/는") } 저장했지만 응답이 유실되었습니다
    .everyday = { JOSA($copy, "은/는") } 넣어 두었지만 보관증을 잃어버렸습니다
why-beyond-hole = { JOSA($copy, "은/는") } 저장했지만 그 앞의 { JOSA($lacks, "이/가") } 빠져 있습니다
    .everyday = { JOSA($copy, "은/는") } 넣어 두었지만 그 앞의 용지 { JOSA($lacks, "이/가") } 빠져 있습니다
why-not-sent = { JOSA($copy, "으로/로") } 가고 있는 것이 없습니다
why-lost-on-way = { JOSA($copy, "으로/로") } 가는 메시지는 도착하지 못합니다
    .everyday = { JOSA($copy, "으로/로") } 가는 배달원은 도착하지 못합니다
why-stopped-since = { JOSA($copy, "은/는") } { $since } 시점부터 멈춰 있습니다
    .everyday = { JOSA($copy, "은/는") } { $since } 시점부터 고장 나 있습니다
why-stopped = { JOSA($copy, "은/는") } 멈춰 있습니다
    .everyday = { JOSA($copy, "은/는") } 고장 나 있습니다
why-cut-off-since = { JOSA($copy, "은/는") } { $since } 시점부터 끊겨 있습니다
    .everyday = { JOSA($copy, "으로/로") } 가는 길은 { $since } 시점부터 막혀 있습니다
why-cut-off = { JOSA($copy, "은/는") } 끊겨 있습니다
    .everyday = { JOSA($copy, "으로/로") } 가는 길은 막혀 있습니다
why-zone-cut-since = 가용 영역이 끊겨 { JOSA($copy, "으로/로") } 가는 경로가 { $since } 시점부터 끊겨 있습니다
    .everyday = 동이 봉쇄되어 { $since } 시점부터 아무도 { $copy }에 가지 못합니다
why-zone-cut = 가용 영역이 끊겨 { JOSA($copy, "으로/로") } 가는 경로가 끊겨 있습니다
    .everyday = 동이 봉쇄되어 아무도 { $copy }에 가지 못합니다
why-quorum-lost = 그룹 { $group }에서 닿는 사본은 { COPIES($reachable) }뿐입니다(필요한 { $needed }개 중 { $count }개). 커밋은 기다리지만 잃는 것은 없습니다
    .everyday = { $group }조에서 닿는 금고는 { COPIES($reachable) }뿐입니다(필요한 { $needed }개 중 { $count }개). 문서는 기다리지만 잃는 것은 없습니다
why-requests-held = 그 밖에 요청 { $requests }건이 기다립니다. { $limit } 다음의 LSN은 할당하지 않습니다
    .everyday = 그 밖에 손님 { $requests }명이 기다립니다. { $limit } 다음의 용지는 아직 쓸 수 없습니다
why-event = 왜 그런가요? { $event }

## 시간의 빠르기

speed-slowed = 실제 속도의 1/{ $times }
speed-real = 실제 속도
speed-sped-up = 실제 속도의 { $times }배

## 세션의 알림

notice-no-commit = 아무것도 하지 않으면 시뮬레이션 시간 { SHORT($within) } 안에 커밋이 없습니다.
    .everyday = 아무것도 하지 않으면 { SHORT($within) } 안에 안전해지는 문서가 없습니다.
notice-no-fault = 이제 저절로 고장 나거나 고쳐지는 것은 없습니다. 무언가를 망가뜨리거나 고쳐 보세요.
notice-no-quorum-loss = 아무것도 고장 나지 않으면 쓰기 쿼럼을 잃는 그룹은 없습니다. 사본 세 개를 멈추거나 끊어 보세요.
    .everyday = 아무것도 고장 나지 않으면 금고가 모자라는 조는 없습니다. 금고 세 개를 망가뜨리거나 길을 막아 보세요.
notice-no-vdl-move = 아무것도 하지 않으면 시뮬레이션 시간 { SHORT($within) } 안에 VDL이 움직이지 않습니다.
    .everyday = 아무것도 하지 않으면 { SHORT($within) } 안에 안전한 용지가 늘지 않습니다.
notice-nothing-due = 무언가를 요청하거나 하기 전에는 더 일어날 일이 없습니다.
notice-at-the-beginning = 여기가 처음입니다.
notice-too-long = 실행이 아주 길어져 메모리가 바닥나지 않도록 일시 정지했습니다. 다시 시작하거나, 되돌아가 다른 일을 해 보세요.
problem-no-run = 실행 중인 것이 없습니다.
problem-no-such-scenario = ‘{ $name }’ 시나리오는 없습니다.
problem-nothing-there = 이 실행에 그런 것은 없습니다.
problem-scenario = { $line }행 { $column }열: { $problem }

## 링크의 매개변수

param-unknown =
    { $guessed ->
        [yes] 링크의 매개변수 ‘{ $name }’ 항목은 없습니다. ‘{ $known }’ 항목을 뜻한 것 같습니다.
       *[no] 링크의 매개변수 ‘{ $name }’ 항목은 없습니다. 쓸 수 있는 것: { $known }.
    }
param-value =
    { $guessed ->
        [yes] 링크에 { $name }={ $value } 값이 있습니다. ‘{ $known }’ 값을 뜻한 것 같습니다.
       *[no] 링크의 { $name }={ $value } 값은 없습니다. 쓸 수 있는 것: { $known }.
    }
param-seed = 링크의 시드 ‘{ $value }’ 값은 0 이상의 정수가 아니어서 시나리오의 시드를 씁니다.
param-speed = 링크의 속도 ‘{ $value }’ 값은 쓸 수 없습니다. { $slowest }부터 { $fastest }까지이며, 1/2000이나 60처럼 씁니다.
param-step = 링크의 단계 ‘{ $value }’ 값은 1 이상의 정수가 아니어서 챕터의 처음부터 시작합니다.
