event-instance-leaves = 인스턴스 { $number }번을 삭제하는 중입니다. 엔드포인트는 사라졌고, 실행 중인 문에는 3분이 주어집니다.
    .everyday = 열람실 { $number }호가 문을 닫습니다. 새로 들어갈 수 없고, 읽던 사람은 마저 읽습니다.
event-instance-removed =
    { $cut ->
        [0] 인스턴스 { $number }번이 삭제되었습니다.
       *[other] 인스턴스 { $number }번이 삭제되었습니다. 중단된 문: { $cut }건.
    }
    .everyday = 열람실 { $number }호가 없어졌습니다.
event-instance-modified = 인스턴스 { $number }번의 사양이 { $class }.{ $size }(으)로 바뀌어 다시 시작합니다.
    .everyday = 열람실 { $number }호를 고쳐 짓습니다: { $class }.{ $size }.
event-endpoint-created = 사용자 지정 엔드포인트 “{ $name }”이(가) 생성되었습니다.
    .everyday = 안내판 “{ $name }”이(가) 걸렸습니다.
event-endpoint-edited = 사용자 지정 엔드포인트 “{ $name }”의 멤버가 바뀌었습니다. 열린 연결은 그대로입니다.
    .everyday = 안내판 “{ $name }”이(가) 다른 방을 가리킵니다. 안에 있는 사람은 그대로입니다.
event-endpoint-deleted = 사용자 지정 엔드포인트 “{ $name }”이(가) 삭제되었습니다.
    .everyday = 안내판 “{ $name }”을(를) 떼었습니다.
event-clients-told-name =
    { $visitor ->
        [yes] 이제부터 당신의 연결 경로: { $endpoint }.
       *[no] 이제부터 클라이언트의 연결 경로: { $endpoint }.
    }
    .everyday =
        { $visitor ->
            [yes] 이제부터 당신이 따를 것: { $endpoint }.
           *[no] 이제부터 방문자가 따를 것: { $endpoint }.
        }
event-nobody-there = { $who }: 연결할 곳이 없습니다. 지금 가리키는 인스턴스가 없는 이름: { $endpoint }.
    .everyday = { $who }: 열린 문이 없습니다. 지금 아무 데도 가리키지 않는 것: { $endpoint }.
event-peer-silent = { $reader }: 5초 동안 keepalive에 응답이 없습니다. 클라이언트는 상대가 죽었다고 보고 연결을 끊습니다.
    .everyday = { $reader }: 5초 동안 아무 말이 없습니다. 손님들이 자리를 뜹니다.
event-scaling-waits = Auto Scaling이 리더 수를 바꾸려 하지만 기다립니다. 사용할 수 없는 인스턴스: { $reader }.
    .everyday = 일손의 수를 바꾸려 하지만 기다립니다. 아직 자리에 없는 쪽: { $reader }.
endpoint-usual = 시나리오의 엔드포인트
    .everyday = 평소의 안내판
endpoint-cluster = 클러스터 엔드포인트
    .everyday = 창구 안내판
endpoint-reader = 리더 엔드포인트
    .everyday = 열람실 안내판
endpoint-custom = 사용자 지정 엔드포인트 “{ $name }”
    .everyday = 안내판 “{ $name }”
endpoint-instance = 인스턴스 { $number }번의 엔드포인트
    .everyday = { $number }호실 문
refusal-no-numbers-left = 오간 인스턴스가 너무 많아 번호가 남지 않았습니다. 처음부터 다시 시작하세요.
refusal-is-the-writer = 인스턴스 { $number }번은 라이터입니다. 먼저 다른 인스턴스로 장애 조치하세요.
refusal-reader-leaves = 인스턴스 { $number }번은 삭제되는 중입니다.
refusal-nothing-to-change = 인스턴스 { $number }번은 이미 그 클래스와 크기입니다.
refusal-no-such-instance = 클러스터에 인스턴스 { $number }번은 없습니다.
refusal-endpoints-too-many = 사용자 지정 엔드포인트는 클러스터마다 최대 { $max }개입니다.
refusal-endpoint-name = 이름은 영문자로 시작하고 영문자, 숫자, 홑 하이픈으로만 짓습니다.
refusal-endpoint-name-too-long = 이름이 { $found }자입니다. 최대 { $max }자입니다.
refusal-endpoint-name-taken = 같은 이름의 사용자 지정 엔드포인트가 있습니다.
refusal-endpoint-both-lists = 정적 목록과 제외 목록 중 하나만 지정하세요.
refusal-no-such-endpoint = 그 이름의 사용자 지정 엔드포인트가 없습니다.
event-scaling-set = Auto Scaling이 리더 { $min }~{ $max }개로 평균값을 { $target } 근처로 유지합니다. 지표: { $metric }.
    .everyday = 이제부터 열람실을 필요한 만큼 엽니다: { $min }~{ $max }곳.
event-scaling-removed = Auto Scaling이 더는 보지 않는 지표: { $metric }.
    .everyday = 더는 열람실의 사람 수를 세지 않습니다.
event-scaled-out = { $metric }: 리더 { $from }개의 평균 { $average }. Auto Scaling이 { $to }개까지 늘립니다.
    .everyday = 열람실이 붐빕니다. { $from }곳에서 { $to }곳으로 늘립니다.
event-scaled-in = { $metric }: 리더 { $from }개의 평균 { $average }. Auto Scaling이 직접 만든 리더를 없애 { $to }개까지 줄입니다.
    .everyday = 열람실이 한산합니다. { $from }곳에서 { $to }곳으로 줄입니다.
metric-cpu = CPU 사용률(%)
    .everyday = 방이 바쁜 정도
metric-connections = 연결 수
    .everyday = 방에 있는 사람 수
event-ccm-set =
    { $on ->
        [yes] 클러스터 캐시 관리를 켰습니다.
       *[no] 클러스터 캐시 관리를 껐습니다.
    }
    .everyday =
        { $on ->
            [yes] 창구에서 자주 쓰는 것을 열람실 한 곳에도 갖춰 둡니다.
           *[no] 창구를 이어받을 준비를 하는 열람실이 없어졌습니다.
        }
event-ccm-on = 클러스터 캐시 관리가 작동합니다. 라이터가 리더 { $number }번의 캐시를 데워 둡니다.
    .everyday = 창구 직원이 자주 쓰는 것을 { $number }호실에 알려 줍니다.
event-ccm-off = 클러스터 캐시 관리자가 비활성화되어 있습니다: { $why }.
    .everyday = 창구를 이어받을 준비를 하는 방이 없습니다: { $why }.
event-ccm-scanned = 리더 { $number }번을 위한 스캔: 핫 페이지 { $found }개 중 없어서 보낸 것 { $sent }개.
    .everyday = 창구 직원이 용지 { $found }장을 살펴 { $number }호실에 없던 { $sent }장을 주었습니다.
ccm-off-not-wanted = 꺼져 있습니다
ccm-off-writer-not-first = 라이터가 계층 0에 없습니다
    .everyday = 창구 직원이 0번이 아닙니다
ccm-off-no-first-reader = 계층 0인 리더가 없습니다
    .everyday = 0번인 방이 없습니다
ccm-off-several-first-readers = 계층 0인 리더가 여럿입니다
    .everyday = 0번인 방이 여럿입니다
ccm-off-other-size = 계층 0인 리더의 클래스나 크기가 다릅니다
    .everyday = 0번인 방의 크기가 다릅니다
refusal-no-such-policy = 그 지표에 대한 정책이 없습니다.
refusal-not-postgresql = 클러스터 캐시 관리는 PostgreSQL 계열 클러스터에만 있습니다.
refusal-not-in-secondary = 글로벌 데이터베이스의 보조 클러스터에서는 Auto Scaling도 클러스터 캐시 관리도 쓸 수 없습니다.
event-cluster-stopped = 클러스터 전체를 중지했습니다. 컴퓨팅 요금은 없고 볼륨은 남습니다. 7일 뒤 자동으로 시작됩니다.
    .everyday = 가게 문을 닫았습니다. 금고는 그대로입니다. 7일 뒤 저절로 문을 엽니다.
event-cluster-started =
    { $by-itself ->
        [yes] 7일이 지나 클러스터가 자동으로 시작됩니다.
       *[no] 클러스터를 시작했습니다.
    }
    .everyday =
        { $by-itself ->
            [yes] 7일이 지나 가게가 저절로 문을 엽니다.
           *[no] 가게가 다시 문을 엽니다.
        }
event-writer-ended = 라이터 프로세스가 정상적으로 끝났습니다.
    .everyday = 점장이 정리를 마치고 계산대를 떠났습니다.
event-engine-restarts =
    { $keeps ->
        [yes] 인스턴스 { $number }의 엔진이 재시작합니다. 열린 트랜잭션은 롤백되고 연결은 유지됩니다.
       *[no] 인스턴스 { $number }의 엔진이 재시작합니다. 연결이 끊깁니다.
    }
    .everyday =
        { $keeps ->
            [yes] 계산대가 잠시 닫힙니다. 쓰다 만 문서는 철회되고 줄은 그대로입니다.
           *[no] 계산대가 잠시 닫힙니다. 모두 줄을 다시 서야 합니다.
        }
event-patching-began =
    인스턴스를 하나씩 패치합니다. 리더가 먼저이고, { $by-failover ->
        [yes] 라이터는 리더에게 역할을 넘깁니다.
       *[no] 라이터 엔진은 마지막에 재시작합니다.
    }
    .everyday = 방을 하나씩 고칩니다. 계산대는 마지막입니다.
event-instance-patched = 인스턴스 { $number } 패치가 끝났습니다.
    .everyday = { $number }번 방 수리가 끝났습니다.

## What is done to a cluster, how busy its instances are, and transactions put together by hand

deed-restart-engine = 엔진 재시작
    .everyday = 계산대 잠시 닫기
deed-patch-in-place = 전체 패치, 라이터는 제자리에서
    .everyday = 모든 방 수리, 계산대는 제자리에서
deed-patch-by-failover = 전체 패치, 라이터는 장애 조치로
    .everyday = 모든 방 수리, 계산대는 교대로
deed-stop-cluster = 클러스터 중지
    .everyday = 가게 닫기
deed-start-cluster = 클러스터 시작
    .everyday = 가게 열기
row-cpu = CPU 사용률
    .everyday = 바쁜 정도
cpu = CPU { $percent }%
    .everyday = 바쁨 { $percent }%
describe-busy = { $status }; { $cpu }
